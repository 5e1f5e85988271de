const { endSession, followSession } = require('./session');

let url = 'http://localhost:3000/api';
const axios = require('axios');

followSession(axios);

module.exports = {
  login: async (user) => {
    await axios.post(url + '/auth/login', user);
  },
  orders: () => axios.get(url + '/orders'),
  logout: () => endSession(),
};
