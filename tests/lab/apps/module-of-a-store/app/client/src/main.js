import { createApp, h, onMounted, ref } from 'vue';
import axios from 'axios';
import store from './store';
const token = localStorage.getItem('token');
if (token) {
  axios.defaults.headers.common['Authorization'] = `Bearer ${token}`;
}
const Home = {
  setup() {
    const orders = ref([]);
    onMounted(async () => { orders.value = (await axios.get('http://localhost:5000/api/orders')).data; });
    return () => h('div', [...orders.value.map((order) => h('p', `order ${order.id}`)), h('button', { id: 'out', onClick: () => store.dispatch('auth/logout') }, 'out')]);
  },
};
const App = {
  setup() {
    return () => (store.getters['auth/isLoggedIn'] ? h(Home) : h('button', { id: 'in', onClick: () => store.dispatch('auth/login', { email: 'ann@example.com', password: 'pw' }) }, 'in'));
  },
};
createApp(App).use(store).mount('#root');
