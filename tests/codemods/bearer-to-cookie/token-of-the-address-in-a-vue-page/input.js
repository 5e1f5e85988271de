import { useRoute, useRouter } from 'vue-router';
import { onMounted } from 'vue';

export default {
  setup() {
    const route = useRoute();
    const router = useRouter();
    onMounted(() => {
      const { token } = route.query;
      if (token) {
        localStorage.setItem('token', token);
        router.push('/');
      }
    });
  },
};
