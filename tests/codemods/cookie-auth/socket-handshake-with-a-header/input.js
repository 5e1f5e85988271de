const jwt = require('jsonwebtoken');

module.exports = (io) => {
  io.use((socket, next) => {
    const token = socket.handshake.headers.authorization?.split(' ')[1];
    socket.user = jwt.verify(token, process.env.JWT_SECRET);
    next();
  });
  io.of('/rooms').use((socket, next) => {
    const token = socket.handshake.headers.authorization.split(' ')[1];
    socket.user = jwt.verify(token, process.env.JWT_SECRET);
    next();
  });
};
