const jwt = require('jsonwebtoken');

module.exports = (io) => {
  io.use((socket, next) => {
    const { token } = socket.handshake.auth;
    socket.user = jwt.verify(token, process.env.JWT_SECRET);
    next();
  });
  io.of('/rooms').use((socket, next) => {
    const { token, room } = socket.handshake.query || {};
    socket.user = jwt.verify(token, process.env.JWT_SECRET);
    socket.join(room);
    next();
  });
};
