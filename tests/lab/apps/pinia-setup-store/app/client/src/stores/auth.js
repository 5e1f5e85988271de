import { computed, ref } from 'vue';
import { defineStore } from 'pinia';
import http from '../api/http';

export const useAuthStore = defineStore('auth', () => {
  const token = ref(localStorage.getItem('token') || '');
  const user = ref(JSON.parse(localStorage.getItem('user') || 'null'));
  const isLoggedIn = computed(() => !!token.value);

  function setToken(value) {
    token.value = value;
    localStorage.setItem('token', value);
  }

  async function login(email, password) {
    const { data } = await http.post('/auth/login', { email, password });
    setToken(data.token);
    user.value = data.user;
    localStorage.setItem('user', JSON.stringify(data.user));
  }

  function logout() {
    token.value = '';
    user.value = null;
    localStorage.removeItem('token');
    localStorage.removeItem('user');
  }

  return { token, user, isLoggedIn, login, logout };
});
