import { useEffect, useState, type FormEvent } from 'react';
import { Field } from '../components/Field';
import { useAuth } from '../contexts/AuthContext';
import { getMe } from '../services/auth';
import { updateProfile } from '../services/profile';
import { errorMessage } from '../utils/errors';

export function Profile() {
  const { token, userName, saveSession } = useAuth();
  const [name, setName] = useState(userName);
  const [email, setEmail] = useState('');
  const [message, setMessage] = useState('');
  const [error, setError] = useState('');

  useEffect(() => {
    getMe()
      .then((user) => setEmail(user.email))
      .catch((err) => setError(errorMessage(err)));
  }, []);

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setError('');
    setMessage('');
    try {
      saveSession(await updateProfile(token, { name }));
      setMessage('Saved');
    } catch (err) {
      setError(errorMessage(err));
    }
  };

  return (
    <form className="card" onSubmit={handleSubmit}>
      <h1>Profile</h1>
      <p className="muted">{email}</p>
      <Field label="Name" value={name} onChange={setName} />
      {error && <p role="alert">{error}</p>}
      {message && <p role="status">{message}</p>}
      <button type="submit">Save</button>
    </form>
  );
}
