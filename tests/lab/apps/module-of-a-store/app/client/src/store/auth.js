import axios from 'axios';
export default {
  namespaced: true,
  state: () => ({ status: '', token: localStorage.getItem('token') || '', user: JSON.parse(localStorage.getItem('user') || '{}') }),
  mutations: {
    auth_success(state, { token, user }) {
      state.status = 'success';
      state.token = token;
      state.user = user;
    },
    logout(state) {
      state.status = '';
      state.token = '';
      state.user = {};
    },
  },
  actions: {
    async login({ commit }, form) {
      const resp = await axios.post('http://localhost:5000/api/auth/login', form);
      const token = resp.data.token;
      const user = resp.data.user;
      localStorage.setItem('token', token);
      localStorage.setItem('user', JSON.stringify(user));
      axios.defaults.headers.common['Authorization'] = `Bearer ${token}`;
      commit('auth_success', { token, user });
    },
    logout({ commit }) {
      commit('logout');
      localStorage.removeItem('token');
      localStorage.removeItem('user');
      delete axios.defaults.headers.common['Authorization'];
    },
  },
  getters: {
    isLoggedIn: (state) => !!state.token,
    authStatus: (state) => state.status,
  },
};
