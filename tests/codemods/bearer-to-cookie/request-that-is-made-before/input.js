const headers = () => {
  const all = new Headers({ Accept: 'application/json' });
  all.append('Authorization', `Bearer ${localStorage.getItem('token')}`);
  return all;
};

export const orders = () => fetch(new Request('/api/orders', { headers: headers() }));

export const order = async (id) => {
  const request = new Request(`/api/orders/${id}`, { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } });
  const response = await fetch(request);
  return response.json();
};

export const page = () => fetch(new Request('/about.html'));
