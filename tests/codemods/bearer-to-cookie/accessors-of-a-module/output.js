import { apiFetch, endSession, hasSession } from './session';

export const setToken = () => {};
export const removeToken = () => endSession();
export const isLoggedIn = () => hasSession();

export const loadInvoices = () => apiFetch('/api/invoices');
