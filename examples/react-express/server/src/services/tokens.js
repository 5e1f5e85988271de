import jwt from 'jsonwebtoken';
import { config } from '../config.js';

export function issueToken(user) {
  return jwt.sign({ userId: user._id, email: user.email, name: user.name }, config.jwtSecret, {
    expiresIn: config.jwtExpiresIn,
  });
}

/** Milliseconds since the epoch. */
export function expiresAt(token) {
  return jwt.decode(token).exp * 1000;
}
