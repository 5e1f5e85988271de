import { useState, type FormEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { Field } from '../components/Field';
import { useAuth } from '../contexts/AuthContext';
import { errorMessage } from '../utils/errors';

export function Register() {
  const { register } = useAuth();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState('');

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setError('');
    try {
      await register(name, email, password);
      navigate('/lists', { replace: true });
    } catch (err) {
      setError(errorMessage(err));
    }
  };

  return (
    <form className="card" onSubmit={handleSubmit}>
      <h1>Create an account</h1>
      <Field label="Name" autoComplete="name" value={name} onChange={setName} />
      <Field label="Email" type="email" autoComplete="email" value={email} onChange={setEmail} />
      <Field
        label="Password"
        type="password"
        autoComplete="new-password"
        minLength={8}
        value={password}
        onChange={setPassword}
      />
      {error && <p role="alert">{error}</p>}
      <button type="submit">Create account</button>
      <p className="muted">
        Already registered? <Link to="/login">Sign in</Link>
      </p>
    </form>
  );
}
