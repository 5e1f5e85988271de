import { createPinia } from 'pinia';
import { createApp, h, onMounted, ref } from 'vue';
import { createRouter, createWebHistory, RouterView } from 'vue-router';
import axios from 'axios';
import { useAuthStore } from './stores';

const Login = {
  setup() {
    const auth = useAuthStore();
    const signIn = async () => {
      await auth.login('ann@example.com', 'pw');
      router.push('/');
    };
    return () => h('button', { id: 'in', onClick: signIn }, 'in');
  },
};

const Home = {
  setup() {
    const auth = useAuthStore();
    const orders = ref([]);
    onMounted(async () => {
      orders.value = (await axios.get('/api/orders')).data;
    });
    const leave = () => {
      auth.logout();
      router.push('/login');
    };
    return () => h('div', [h('b', auth.user?.name), ...orders.value.map((order) => h('p', `order ${order.id}`)), h('button', { id: 'out', onClick: leave }, 'out')]);
  },
};

const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/login', component: Login },
    { path: '/', component: Home, meta: { requiresAuth: true } },
  ],
});

router.beforeEach((to) => {
  const auth = useAuthStore();
  if (to.meta.requiresAuth && !auth.isLoggedIn) return '/login';
  if (to.path === '/login' && auth.isLoggedIn) return '/';
});

createApp({ render: () => h(RouterView) }).use(createPinia()).use(router).mount('#app');
