const LIVE = import.meta.env.VITE_LIVE_URL || 'ws://localhost:5000';

export function listen(room, onHello) {
  const token = sessionStorage.getItem('access_token');
  if (!token) return () => {};
  const socket = new WebSocket(`${LIVE}/live?token=${encodeURIComponent(token)}&room=${room}`);
  socket.onmessage = ({ data }) => {
    const { hello, room: name } = JSON.parse(data);
    onHello(`${hello} in ${name}`);
  };
  socket.onclose = ({ reason }) => onHello(reason);
  return () => socket.close();
}
