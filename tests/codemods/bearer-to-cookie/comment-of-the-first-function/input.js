/**
 * Loads what was ordered.
 */
export const orders = () => fetch('/api/orders', { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } });
