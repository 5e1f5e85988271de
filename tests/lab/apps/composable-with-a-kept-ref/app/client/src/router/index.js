import { createRouter, createWebHistory } from 'vue-router';
import { useAuth } from '../auth';
import HomeView from '../views/HomeView.vue';
import LoginView from '../views/LoginView.vue';

const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/login', component: LoginView },
    { path: '/', component: HomeView, meta: { requiresAuth: true } },
  ],
});

router.beforeEach((to) => {
  const auth = useAuth();
  if (to.meta.requiresAuth && !auth.token.value) return '/login';
  if (to.path === '/login' && auth.isLoggedIn.value) return '/';
});

export default router;
