import axios from 'axios';

const authHeader = () => {
  const user = JSON.parse(localStorage.getItem('user'));
  if (user && user.accessToken) {
    return { Authorization: 'Bearer ' + user.accessToken };
  }
  return {};
};

export const getPublicBoard = () => axios.get('/api/test/all');

export const getUserBoard = () => axios.get('/api/test/user', { headers: authHeader() });

export const getPage = (page) => axios.get('/api/test/page', { params: { page }, headers: authHeader() });
