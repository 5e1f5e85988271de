import axios from 'axios';
import { reactive } from 'vue';
import { endSession, followSession, hasSession } from './session';

const api = followSession(axios.create({ baseURL: '/api', withCredentials: true }));

export const auth = reactive({
  user: null,
  get isSignedIn() {
    return !!this.user && hasSession();
  },
  get isGuest() {
    return !(!!this.user && hasSession());
  },
  async signIn(credentials) {
    const { data } = await api.post('/login', credentials);
    this.user = data.user;
  },
  signOut() {
    this.user = null;
    endSession();
  },
});
