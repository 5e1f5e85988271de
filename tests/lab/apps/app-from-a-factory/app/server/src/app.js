const express = require('express');
const jwt = require('jsonwebtoken');
const guard = require('./guard');
function createApp() {
  const app = express();
  app.use(express.json());
  app.post('/api/auth/login', (req, res) => res.json({ token: jwt.sign({ id: 7 }, process.env.JWT_SECRET, { expiresIn: '1h' }) }));
  app.get('/api/berries', guard, (req, res) => res.json([]));
  app.post('/api/berries', guard, (req, res) => res.status(201).json({ id: 1 }));
  return app;
}
module.exports = { createApp };
