import jwt from 'jsonwebtoken';

export function authenticateSocket(socket, next) {
  const token = socket.handshake.auth?.token || socket.handshake.query.token;
  if (!token) return next(new Error('unauthorized'));
  socket.user = jwt.verify(token, process.env.JWT_SECRET);
  next();
}
