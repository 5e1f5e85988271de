import { useSearchParams } from 'react-router-dom';
import { hasSession } from './session';

// TODO(httponly): this took the token out of the address, which the server sets as a cookie now: wait for getSession() here, and ask hasSession(). See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
export function Callback() {
  const [searchParams] = useSearchParams();
  return hasSession() ? <p>Welcome</p> : <p>That did not work</p>;
}
