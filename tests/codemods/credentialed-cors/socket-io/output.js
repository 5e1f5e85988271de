const { Server } = require('socket.io');
const { clientOrigin } = require('./csrf-check');

module.exports = (httpServer) => new Server(httpServer, { cors: { origin: clientOrigin, methods: ['GET', 'POST'], credentials: true } });
