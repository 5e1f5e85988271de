const express = require('express');
const cors = require('cors');
const jwt = require('jsonwebtoken');
const guard = require('./guard');
const app = express();
app.use(cors({ origin: [process.env.FRONTEND_URL, 'http://localhost:5173'].filter(Boolean), credentials: true }));
app.use(express.json());
app.post('/api/auth/login', async (req, res) => {
  const user = { id: 7, name: req.body.name };
  const token = jwt.sign({ id: user.id }, process.env.JWT_SECRET, { expiresIn: '1h' });
  res.json({ token, user });
});
app.get('/api/berries', guard, (req, res) => res.json([]));
app.post('/api/berries', guard, (req, res) => res.status(201).json({ id: 1 }));
module.exports = app;
