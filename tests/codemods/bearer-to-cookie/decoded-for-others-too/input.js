function claimsOf(token) {
  return JSON.parse(atob(token.split('.')[1]));
}

export function invitation() {
  return claimsOf(new URLSearchParams(location.search).get('invitation')).team;
}

export function role() {
  const token = localStorage.getItem('token');
  return token ? claimsOf(token).role : undefined;
}
