import jwt from 'jsonwebtoken';
import { authorizationOf, requestToken } from './session-cookie';

const claimsOf = (token) => jwt.verify(token, process.env.JWT_SECRET);
const claimsBehind = (header) => jwt.verify(header.split(' ')[1], process.env.JWT_SECRET);

export const guard = (req, res, next) => {
  const token = requestToken(req) || '';
  req.user = claimsOf(token);
  next();
};

export const other = (req, res, next) => {
  req.user = claimsBehind(authorizationOf(req));
  next();
};
