export const login = (c) => fetch('http://localhost:5000/api/login', { method: 'POST', credentials: 'include', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(c) }).then((response) => response.json());
export const me = () => fetch('http://localhost:5000/api/me', { credentials: 'include' }).then(({ status }) => ({ status }));
