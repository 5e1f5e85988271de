import { randomUUID } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { config } from './config.js';

/** Refresh tokens that nobody has used yet, with whose they are. */
const refreshTokens = new Map();

export function tokensFor(user) {
  const token = jwt.sign({ sub: user.id, role: user.role }, process.env.JWT_SECRET, { expiresIn: config.tokenTtl });
  const refreshToken = randomUUID();
  refreshTokens.set(refreshToken, user.id);
  return { token, refreshToken, expiresAt: jwt.decode(token).exp * 1000 };
}

/** A refresh token is good for one use. */
export function takeRefreshToken(refreshToken) {
  const userId = refreshTokens.get(refreshToken);
  refreshTokens.delete(refreshToken);
  return userId;
}
