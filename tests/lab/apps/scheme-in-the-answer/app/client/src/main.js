import axios from 'axios';
export const setAuthToken = (token) => {
  if (token) {
    axios.defaults.headers.common['Authorization'] = token;
  } else {
    delete axios.defaults.headers.common['Authorization'];
  }
};
if (localStorage.jwtToken) setAuthToken(localStorage.jwtToken);
export async function login(c) {
  const res = await axios.post('http://localhost:5000/api/auth/login', c);
  const { token } = res.data;
  localStorage.setItem('jwtToken', token);
  setAuthToken(token);
}
export function logout() {
  localStorage.removeItem('jwtToken');
  setAuthToken(false);
}
export const orders = () => axios.get('http://localhost:5000/api/orders').then((res) => res.data);
