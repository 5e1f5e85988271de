import jwt from 'jsonwebtoken';
import { setSessionCookie } from './session-cookie';

async function signIn(body) {
  const member = await find(body);
  return { member, token: jwt.sign({ sub: member.id }, process.env.JWT_SECRET) };
}

export const login = (req, res, next) =>
  signIn(req.body)
    .then(({ token, ...answer }) => res.status(201).json({ ...answer, expires_at: setSessionCookie(res, token) }))
    .catch(next);

export const again = (req, res, next) => {
  signIn(req.body).then(({ token, ...answer }) => res.json({ ...answer, expires_at: setSessionCookie(res, token) }), next);
};
