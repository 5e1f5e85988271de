/* eslint-disable no-console */
// @ts-check
export const orders = () => fetch('/api/orders', { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } });
