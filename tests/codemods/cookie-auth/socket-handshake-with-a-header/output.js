const jwt = require('jsonwebtoken');
const { handshakeToken } = require('./session-cookie');

module.exports = (io) => {
  io.use((socket, next) => {
    const token = socket.handshake.headers.authorization?.split(' ')[1] ?? handshakeToken(socket.handshake);
    socket.user = jwt.verify(token, process.env.JWT_SECRET);
    next();
  });
  io.of('/rooms').use((socket, next) => {
    // TODO(httponly): this takes the token of a socket in a form that could not be rewritten. Take handshakeToken(socket.handshake) where there is none. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/cookie-auth.md
    const token = socket.handshake.headers.authorization.split(' ')[1];
    socket.user = jwt.verify(token, process.env.JWT_SECRET);
    next();
  });
};
