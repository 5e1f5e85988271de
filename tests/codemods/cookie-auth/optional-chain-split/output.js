import jwt from 'jsonwebtoken';
import { authorizationOf } from './session-cookie';

export function requireAuth(req, res, next) {
  const token = authorizationOf(req)?.split(' ')[1];
  if (!token) return res.sendStatus(401);
  req.user = jwt.verify(token, process.env.JWT_SECRET);
  next();
}
