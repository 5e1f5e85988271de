import { apiFetch, endSession } from './session';

const auth = {
  isAuthenticated() {
    if (sessionStorage.getItem('account')) return JSON.parse(sessionStorage.getItem('account'));
    return false;
  },
  authenticate(account, done) {
    sessionStorage.setItem('account', JSON.stringify(account));
    done();
  },
  clear() {
    endSession();
    sessionStorage.removeItem('account');
  },
};

export async function loadPosts() {
  const account = auth.isAuthenticated();
  const response = await apiFetch(`/api/posts/by/${account.user.id}`, {
    headers: { Accept: 'application/json' },
  });
  return response.json();
}
