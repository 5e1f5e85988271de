const { WebSocketServer } = require('ws');
const url = require('url');
const jwt = require('jsonwebtoken');

module.exports = (server) => {
  const live = new WebSocketServer({ server, path: '/live' });
  live.on('connection', (socket, req) => {
    const token = new URL(req.url, 'http://localhost').searchParams.get('token');
    socket.user = jwt.verify(token, process.env.JWT_SECRET);
  });
  server.on('upgrade', (request, socket) => {
    const { query } = url.parse(request.url, true);
    if (!jwt.verify(query.token, process.env.JWT_SECRET)) socket.destroy();
  });
};
