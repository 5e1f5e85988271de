import { useState } from 'react';
import axios from 'axios';

export default function Login({ onLogin }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState('');
  const submit = async (event) => {
    event.preventDefault();
    try {
      const res = await axios.post('/api/users/login', { email, password });
      onLogin(res.data.token, res.data.user);
    } catch (err) {
      setError(err.response.data.message);
    }
  };
  return (
    <form onSubmit={submit}>
      <h1>sign in</h1>
      <input id="email" value={email} onChange={(event) => setEmail(event.target.value)} />
      <input id="password" value={password} onChange={(event) => setPassword(event.target.value)} />
      {error}
      <button id="in">in</button>
    </form>
  );
}
