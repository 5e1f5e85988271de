const { Server } = require('socket.io');

module.exports = (httpServer) => new Server(httpServer, { cors: { origin: '*', methods: ['GET', 'POST'] } });
