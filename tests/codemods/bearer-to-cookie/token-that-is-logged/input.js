import axios from 'axios';

export async function login(email, password) {
  const { data } = await axios.post('/api/auth/login', { email, password });
  console.log(data.token);
  console.log('token', data.token);
  console.debug('signed in', { user: data.user, token: data.token });
  console.log({ token: data.token });
  console.log(`${data.user.name} has ${data.token}`);
  console.log(`the token is ${data.token}`);
  console.log('token: ' + data.token, data.user);
  console.log('token', data.token.slice(0, 10));
  console.log('signed in', !!data.token);
  localStorage.setItem('token', data.token);
  return data.user;
}

export async function orders() {
  const token = localStorage.getItem('token');
  if (!token) console.warn('no token', token);
  console.log('stored', JSON.stringify({ token }));
  return axios.get('/api/orders', { headers: { Authorization: `Bearer ${token}` } });
}

export function signIn(email) {
  return fetch('/api/auth/login', { method: 'POST', body: email })
    .then((response) => response.json())
    .then(({ token }) => {
      localStorage.setItem('token', token);
      console.log(token);
    });
}
