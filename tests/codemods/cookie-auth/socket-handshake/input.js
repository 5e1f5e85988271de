const jwt = require('jsonwebtoken');

module.exports = (io) => {
  io.use((socket, next) => {
    const token = socket.handshake.auth.token;
    if (!token) return next(new Error('unauthorized'));
    socket.user = jwt.verify(token, process.env.JWT_SECRET);
    next();
  });
};
