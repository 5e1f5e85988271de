import { useSearchParams } from 'react-router-dom';

export function ResetPassword() {
  const [searchParams] = useSearchParams();
  const token = searchParams.get('token');
  const submit = (password) => fetch('/api/auth/reset-password', { method: 'POST', body: JSON.stringify({ token, password }) });
  return <button onClick={() => submit('new')}>Reset</button>;
}
