import { api } from './api';
import { store } from './store';

const setAuthToken = (token) => {
  if (token) {
    localStorage.setItem('token', token);
    api.defaults.headers.common['x-auth-token'] = token;
  } else {
    localStorage.removeItem('token');
    delete api.defaults.headers.common['x-auth-token'];
  }
};

store.subscribe(() => {
  const token = store.getState().auth.token;
  setAuthToken(token);
});
