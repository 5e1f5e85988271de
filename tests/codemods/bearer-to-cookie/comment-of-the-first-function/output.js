import { apiFetch } from './session';

/**
 * Loads what was ordered.
 */
export const orders = () => apiFetch('/api/orders');
