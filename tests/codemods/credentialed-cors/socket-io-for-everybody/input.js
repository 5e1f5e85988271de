const { Server } = require('socket.io');

module.exports = (httpServer) => new Server(httpServer, {
  cors: '*',
  pingTimeout: 60000,
});
