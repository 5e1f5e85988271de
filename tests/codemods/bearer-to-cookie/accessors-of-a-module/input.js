const KEY = 'token';

export const getToken = () => localStorage.getItem(KEY);
export const setToken = (token) => localStorage.setItem(KEY, token);
export const removeToken = () => localStorage.removeItem(KEY);
export const isLoggedIn = () => !!getToken();

export const loadInvoices = () => fetch('/api/invoices', { headers: { Authorization: `Bearer ${getToken()}` } });
