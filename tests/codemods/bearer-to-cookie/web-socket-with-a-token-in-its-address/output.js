import { hasSession } from './session';

const API = 'ws://localhost:5000';

export function listen(room) {
  if (!hasSession()) return undefined;
  return [
    new WebSocket(`${API}/live`),
    new WebSocket(`${API}/live?room=${room}`),
    new WebSocket(`${API}/live?room=${room}`),
    new WebSocket('ws://localhost:5000/live'),
  ];
}

export function listenToAll() {
  const address = new URL('/live', API);
  return new WebSocket(address.href);
}
