import { apiFetch, endSession, rememberSession, useSession } from './session';

export default function App() {
  const session = useSession();

  async function login(credentials) {
    const response = await apiFetch('/api/login', { method: 'POST', body: JSON.stringify(credentials) });
    const data = await response.json();
    rememberSession(data);
  }

  function logout() {
    endSession();
  }

  if (!session) return <button onClick={() => login({ name: 'Ada' })}>Sign in</button>;
  return <button onClick={logout}>Sign out</button>;
}
