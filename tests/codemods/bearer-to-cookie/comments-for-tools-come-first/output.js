/* eslint-disable no-console */
// @ts-check
import { apiFetch } from './session';

export const orders = () => apiFetch('/api/orders');
