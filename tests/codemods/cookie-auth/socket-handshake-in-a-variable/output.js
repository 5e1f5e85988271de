const jwt = require('jsonwebtoken');
const { handshakeToken } = require('./session-cookie');

module.exports = (io) => {
  io.on('connection', (socket) => {
    const auth = socket.handshake.auth;
    jwt.verify(auth.token ?? handshakeToken(socket.handshake), process.env.JWT_SECRET, (err) => {
      if (err) socket.disconnect();
    });
  });
};
