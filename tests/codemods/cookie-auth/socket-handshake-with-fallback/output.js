import jwt from 'jsonwebtoken';
import { handshakeToken } from './session-cookie';

export function authenticateSocket(socket, next) {
  const token = socket.handshake.auth?.token || (socket.handshake.query.token ?? handshakeToken(socket.handshake));
  if (!token) return next(new Error('unauthorized'));
  socket.user = jwt.verify(token, process.env.JWT_SECRET);
  next();
}
