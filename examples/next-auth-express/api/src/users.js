import { scryptSync, timingSafeEqual } from 'node:crypto';

const hash = (password, salt) => scryptSync(password, salt, 32);

const users = [
  {
    id: '1',
    name: 'Clara Weir',
    email: 'clara@example.com',
    role: 'teacher',
    instrument: 'Piano',
    salt: 'c1',
    password: hash('allegro-vivace', 'c1'),
  },
];

export const userById = (id) => users.find((user) => user.id === id);

export function userByPassword(email, password) {
  const user = users.find((one) => one.email === email);
  if (!user || !timingSafeEqual(user.password, hash(String(password), user.salt))) return undefined;
  return user;
}

export const publicUser = ({ id, name, email, role, instrument }) => ({ id, name, email, role, instrument });
