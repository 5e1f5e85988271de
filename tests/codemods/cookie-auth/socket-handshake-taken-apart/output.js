const jwt = require('jsonwebtoken');
const { handshakeToken } = require('./session-cookie');

module.exports = (io) => {
  io.use((socket, next) => {
    const token = socket.handshake.auth.token ?? handshakeToken(socket.handshake);
    socket.user = jwt.verify(token, process.env.JWT_SECRET);
    next();
  });
  io.of('/rooms').use((socket, next) => {
    const { room } = socket.handshake.query || {};
    const token = (socket.handshake.query || {}).token ?? handshakeToken(socket.handshake);
    socket.user = jwt.verify(token, process.env.JWT_SECRET);
    socket.join(room);
    next();
  });
};
