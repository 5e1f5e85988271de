const auth = {
  isAuthenticated() {
    if (sessionStorage.getItem('jwt')) return JSON.parse(sessionStorage.getItem('jwt'));
    return false;
  },
  authenticate(jwt, done) {
    sessionStorage.setItem('jwt', JSON.stringify(jwt));
    done();
  },
  clear() {
    sessionStorage.removeItem('jwt');
  },
};

export async function loadPosts() {
  const jwt = auth.isAuthenticated();
  const response = await fetch(`/api/posts/by/${jwt.user.id}`, {
    headers: { Accept: 'application/json', Authorization: 'Bearer ' + jwt.token },
  });
  return response.json();
}
