import { createRouter, createWebHistory } from 'vue-router';
import { hasSession } from './session';

const router = createRouter({ history: createWebHistory(), routes: [] });

router.beforeEach((to, from, next) => {
  if (to.matched.some((record) => record.meta.requiresAuth) && !hasSession()) {
    next('/login');
  } else {
    next();
  }
});

export default router;
