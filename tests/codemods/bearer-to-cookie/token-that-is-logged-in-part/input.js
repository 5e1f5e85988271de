export function load() {
  const token = localStorage.getItem('token');
  console.log(`[auth] loading with ${token ? token.substring(0, 20) + '...' : 'null'}`);
  console.log('token', token ? `${token.slice(0, 8)}…` : 'none');
  console.debug('begins with', token && token.slice(0, 4));
  console.info(`orders, ${token?.slice(0, 6) || 'nobody'}, at ${Date.now()}`);
  console.log(token ? 'signed in' : 'signed out');
  return fetch('/api/orders', { headers: { Authorization: `Bearer ${token}` } });
}
