import { useSearchParams } from 'react-router-dom';

export function Callback() {
  const [searchParams] = useSearchParams();
  const token = searchParams.get('token');
  if (token) localStorage.setItem('token', token);
  return token ? <p>Welcome</p> : <p>That did not work</p>;
}
