let url = 'http://localhost:3000/api';
const axios = require('axios');

module.exports = {
  login: async (user) => {
    const { data } = await axios.post(url + '/auth/login', user);
    localStorage.setItem('token', data.token);
  },
  orders: () => axios.get(url + '/orders', { headers: { Authorization: localStorage.getItem('token') } }),
  logout: () => localStorage.removeItem('token'),
};
