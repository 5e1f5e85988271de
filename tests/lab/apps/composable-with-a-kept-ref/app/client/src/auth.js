import { computed, ref, watch } from 'vue';
import { useLocalStorage } from '@vueuse/core';
import axios from 'axios';

const token = useLocalStorage('token', '');
const user = ref(null);
const isLoggedIn = computed(() => token.value !== '');

export function useAuth() {
  async function login(email, password) {
    const { data } = await axios.post('/api/auth/login', { email, password });
    token.value = data.token;
  }

  async function loadUser() {
    const { data } = await axios.get('/api/auth/me', { headers: { Authorization: `Bearer ${token.value}` } });
    user.value = data;
  }

  function logout() {
    token.value = '';
    user.value = null;
  }

  return { token, user, isLoggedIn, login, loadUser, logout };
}

watch(token, (now) => {
  if (!now) user.value = null;
});
