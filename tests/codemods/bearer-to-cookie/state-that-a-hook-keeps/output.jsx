import { useLocalStorage } from 'usehooks-ts';
import { apiFetch, hasSession } from './session';

export function useAuth() {
  // TODO(httponly): this state keeps the token in localStorage. Take the token out, clear what is kept already, and ask hasSession() where the token was asked for. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
  const [token, setToken] = useLocalStorage('token', null);

  const login = async (email, password) => {
    const response = await apiFetch('/api/login', { method: 'POST', body: JSON.stringify({ email, password }) });
    const data = await response.json();
    // TODO(httponly): this still needs the token (it is handed to `setToken`), which scripts cannot read any more. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
    setToken(data.token);
  };

  const load = () => apiFetch('/api/profile');

  return { isSignedIn: hasSession(), login, load };
}
