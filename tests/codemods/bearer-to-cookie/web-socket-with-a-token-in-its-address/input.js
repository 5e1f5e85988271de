const API = 'ws://localhost:5000';

export function listen(room) {
  const token = localStorage.getItem('token');
  if (!token) return undefined;
  return [
    new WebSocket(`${API}/live?token=${token}`),
    new WebSocket(`${API}/live?token=${token}&room=${room}`),
    new WebSocket(`${API}/live?room=${room}&token=${token}`),
    new WebSocket('ws://localhost:5000/live?token=' + token),
  ];
}

export function listenToAll() {
  const address = new URL('/live', API);
  address.searchParams.set('token', localStorage.getItem('token'));
  return new WebSocket(address.href);
}
