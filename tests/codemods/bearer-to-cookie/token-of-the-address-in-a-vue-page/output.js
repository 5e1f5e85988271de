import { useRouter } from 'vue-router';
import { onMounted } from 'vue';
import { getSession, hasSession } from './session';

export default {
  setup() {
    const router = useRouter();
    onMounted(() => {
      getSession().then(() => {
        if (hasSession()) {
          router.push('/');
        }
      });
    });
  },
};
