import { useLocalStorage } from 'usehooks-ts';

export function useAuth() {
  const [token, setToken] = useLocalStorage('token', null);

  const login = async (email, password) => {
    const response = await fetch('/api/login', { method: 'POST', body: JSON.stringify({ email, password }) });
    const data = await response.json();
    setToken(data.token);
  };

  const load = () => fetch('/api/profile', { headers: { Authorization: `Bearer ${token}` } });

  return { isSignedIn: Boolean(token), login, load };
}
