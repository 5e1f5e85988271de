const API_URL = import.meta.env.VITE_API_URL || 'http://localhost:5000/api';

function request(method: string, path: string, body?: object): Promise<any> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(method, API_URL + path);
    xhr.setRequestHeader('Content-Type', 'application/json');
    const token = localStorage.getItem('token');
    if (token) xhr.setRequestHeader('Authorization', 'Bearer ' + token);
    xhr.onload = () => (xhr.status < 400 ? resolve(JSON.parse(xhr.responseText)) : reject(new Error(String(xhr.status))));
    xhr.onerror = () => reject(new Error('network'));
    xhr.send(body && JSON.stringify(body));
  });
}

export async function login(c: object) {
  const data = await request('POST', '/auth/login', c);
  localStorage.setItem('token', data.token);
}
export const signedIn = () => !!localStorage.getItem('token');
export const logout = () => localStorage.removeItem('token');
export const orders = () => request('GET', '/orders');
