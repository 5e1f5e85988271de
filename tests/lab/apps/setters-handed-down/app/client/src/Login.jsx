import { useState } from 'react';
import axios from 'axios';
import { useNavigate } from 'react-router-dom';
import { useAuth } from './AuthContext';

export default function Login() {
  const { setToken } = useAuth();
  const navigate = useNavigate();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const submit = async (event) => {
    event.preventDefault();
    const { data } = await axios.post('/api/users/login', { email, password });
    localStorage.setItem('token', data.token);
    setToken(data.token);
    navigate('/');
  };
  return (
    <form onSubmit={submit}>
      <h1>sign in</h1>
      <input id="email" value={email} onChange={(event) => setEmail(event.target.value)} />
      <input id="password" value={password} onChange={(event) => setPassword(event.target.value)} />
      <button id="in">in</button>
    </form>
  );
}
