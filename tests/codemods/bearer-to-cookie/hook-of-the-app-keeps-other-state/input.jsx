import { useEffect, useState } from 'react';

const useKept = (key, first) => {
  const [value, setValue] = useState(() => localStorage.getItem(key) ?? first);
  useEffect(() => {
    localStorage.setItem(key, value);
  }, [key, value]);
  return [value, setValue];
};

export function useSession() {
  const [token, setToken] = useKept('token', null);
  const [look, setLook] = useKept('look', 'dark');
  const enter = async (form) => {
    const { data } = await axios.post('/api/login', form);
    setToken(data.token);
  };
  const leave = () => setToken(null);
  return { isIn: Boolean(token), enter, leave, look, setLook };
}
