import asyncHandler from 'express-async-handler';
import jwt from 'jsonwebtoken';
import { User } from './user.js';

export const protect = asyncHandler(async (req, res, next) => {
  let token;
  if (req.headers.authorization && req.headers.authorization.startsWith('Bearer')) {
    token = req.headers.authorization.split(' ')[1];
    req.user = await User.findById(jwt.verify(token, process.env.JWT_SECRET).id);
    next();
  }
  if (!token) throw new Error('Not authorized');
});
