import { useParams } from 'react-router-dom';

export function ResetPassword() {
  const { token } = useParams();

  const reset = (password) => fetch(`/api/reset/${token}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ password }),
  });

  return token ? <button onClick={() => reset('new')}>Reset</button> : <p>No token</p>;
}
