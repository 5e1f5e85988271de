const http = require('http');
const express = require('express');
const cors = require('cors');
const jwt = require('jsonwebtoken');
const { WebSocketServer } = require('ws');
const auth = require('./auth');
const requireAuth = require('./require-auth');

const app = express();
app.use(cors({ origin: 'http://localhost:5173' }));
app.use(express.json());
app.use('/api/auth', auth);
app.get('/api/orders', requireAuth, (req, res) => res.json([{ id: 1 }]));

const server = http.createServer(app);
const live = new WebSocketServer({ server, path: '/live' });
live.on('connection', (socket, req) => {
  const { searchParams } = new URL(req.url, 'http://localhost');
  try {
    const user = jwt.verify(searchParams.get('token'), process.env.JWT_SECRET);
    socket.send(JSON.stringify({ hello: user.name, room: searchParams.get('room') }));
  } catch {
    socket.close(4401, 'not signed in');
  }
});
server.listen(process.env.PORT || 5000);
