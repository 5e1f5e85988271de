import axios from 'axios';
import { apiFetch, followSession, hasSession } from './session';

followSession(axios);

const API = 'http://localhost:5000/api';

export function News({ onMessage }) {
  if (!hasSession()) return null;
  const source = new EventSource(`${API}/news`, { withCredentials: true });
  source.onmessage = onMessage;
  return (
    <div>
      <a href={`${API}/files/1`}>Download</a>
      <img src={`${API}/files/2?inline=1`} />
      <button onClick={() => window.open(`${API}/export`)}>Export</button>
      <button onClick={() => apiFetch(`${API}/export`)}>Fetch</button>
      <button onClick={() => axios.get(`${API}/export`)}>Ask</button>
    </div>
  );
}
