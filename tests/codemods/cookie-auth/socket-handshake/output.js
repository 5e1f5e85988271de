const jwt = require('jsonwebtoken');
const { handshakeToken } = require('./session-cookie');

module.exports = (io) => {
  io.use((socket, next) => {
    const token = socket.handshake.auth.token ?? handshakeToken(socket.handshake);
    if (!token) return next(new Error('unauthorized'));
    socket.user = jwt.verify(token, process.env.JWT_SECRET);
    next();
  });
};
