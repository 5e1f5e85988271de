import { apiFetch, endSession } from './session';

const auth = {
  isAuthenticated() {
    if (sessionStorage.getItem('user')) return JSON.parse(sessionStorage.getItem('user'));
    return false;
  },
  authenticate(user, done) {
    sessionStorage.setItem('user', JSON.stringify(user));
    done();
  },
  clear() {
    endSession();
    sessionStorage.removeItem('user');
  },
};

export async function loadPosts() {
  const jwt = auth.isAuthenticated();
  const response = await apiFetch(`/api/posts/by/${jwt.user.id}`, {
    headers: { Accept: 'application/json' },
  });
  return response.json();
}
