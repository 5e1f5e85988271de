import asyncHandler from 'express-async-handler';
import jwt from 'jsonwebtoken';
import { User } from './user.js';
import { authorizationOf } from './session-cookie.js';

export const protect = asyncHandler(async (req, res, next) => {
  let token;
  const authorization = authorizationOf(req);
  if (authorization && authorization.startsWith('Bearer')) {
    token = authorization.split(' ')[1];
    req.user = await User.findById(jwt.verify(token, process.env.JWT_SECRET).id);
    next();
  }
  if (!token) throw new Error('Not authorized');
});
