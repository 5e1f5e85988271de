const jwt = require('jsonwebtoken');

module.exports = (io) => {
  io.on('connection', (socket) => {
    const auth = socket.handshake.auth;
    jwt.verify(auth.token, process.env.JWT_SECRET, (err) => {
      if (err) socket.disconnect();
    });
  });
};
