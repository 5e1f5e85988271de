import { useEffect, useState } from 'react';

const useKept = (key, first) => {
  const [value, setValue] = useState(() => localStorage.getItem(key) ?? first);
  useEffect(() => {
    // TODO(httponly): this still needs the token (it is handed to `setItem`), which scripts cannot read any more. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
    localStorage.setItem(key, value);
  }, [key, value]);
  // TODO(httponly): this still needs the token (it is put into a list), which scripts cannot read any more. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
  return [value, setValue];
};

export function useSession() {
  // TODO(httponly): this state keeps the token in localStorage. Take the token out, clear what is kept already, and ask hasSession() where the token was asked for. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
  const [token, setToken] = useKept('token', null);
  const [look, setLook] = useKept('look', 'dark');
  const enter = async (form) => {
    const { data } = await axios.post('/api/login', form);
    setToken(data.token);
  };
  const leave = () => setToken(null);
  // TODO(httponly): this is handed what sets the token: rememberSession() and endSession() are to be called instead. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
  return { isIn: Boolean(token), enter, leave, look, setLook };
}
