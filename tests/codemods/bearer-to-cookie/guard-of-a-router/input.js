import { createRouter, createWebHistory } from 'vue-router';

const router = createRouter({ history: createWebHistory(), routes: [] });

router.beforeEach((to, from, next) => {
  const loggedIn = localStorage.getItem('token');
  if (to.matched.some((record) => record.meta.requiresAuth) && !loggedIn) {
    next('/login');
  } else {
    next();
  }
});

export default router;
