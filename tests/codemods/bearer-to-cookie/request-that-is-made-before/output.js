import { apiFetch } from './session';

const headers = () => {
  const all = new Headers({ Accept: 'application/json' });
  return all;
};

export const orders = () => apiFetch(new Request('/api/orders', { headers: headers() }));

export const order = async (id) => {
  const request = new Request(`/api/orders/${id}`, {});
  const response = await apiFetch(request);
  return response.json();
};

export const page = () => fetch(new Request('/about.html'));
