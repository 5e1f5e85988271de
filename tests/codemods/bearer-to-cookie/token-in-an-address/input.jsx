import axios from 'axios';

const API = 'http://localhost:5000/api';

export function News({ onMessage }) {
  const token = localStorage.getItem('token');
  if (!token) return null;
  const source = new EventSource(`${API}/news?token=${token}`);
  source.onmessage = onMessage;
  return (
    <div>
      <a href={`${API}/files/1?token=${token}`}>Download</a>
      <img src={`${API}/files/2?inline=1&token=${token}`} />
      <button onClick={() => window.open(`${API}/export?token=${token}`)}>Export</button>
      <button onClick={() => fetch(`${API}/export?token=${token}`)}>Fetch</button>
      <button onClick={() => axios.get(`${API}/export`, { params: { token } })}>Ask</button>
    </div>
  );
}
