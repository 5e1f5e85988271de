import jwt from 'jsonwebtoken';
import { authorizationOf } from './session-cookie';

export const optionalAuth = (req, _res, next) => {
  const header = authorizationOf(req);
  if (header) req.user = jwt.verify(header.slice('Bearer '.length), process.env.JWT_SECRET);
  next();
};
