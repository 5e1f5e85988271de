import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useAuth } from './AuthContext';

export default function Login() {
  const { login } = useAuth();
  const navigate = useNavigate();
  const [error, setError] = useState('');
  const submit = async (event) => {
    event.preventDefault();
    const result = await login(event.target.email.value, event.target.password.value);
    if (result.success) navigate('/');
    else setError(result.message);
  };
  return (
    <form onSubmit={submit}>
      <h1>sign in</h1>
      <input id="email" name="email" />
      <input id="password" name="password" type="password" />
      {error}
      <button id="in">in</button>
    </form>
  );
}
