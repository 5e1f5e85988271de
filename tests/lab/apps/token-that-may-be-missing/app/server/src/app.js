const express = require('express');
const cors = require('cors');
const jwt = require('jsonwebtoken');
const guard = require('./guard');
const app = express();
app.use(cors());
app.use(express.json());
app.post('/api/auth/login', async (req, res) => {
  const user = { id: 7, name: req.body.name };
  const token = jwt.sign({ id: user.id }, process.env.JWT_SECRET, { expiresIn: '1h' });
  res.json({ token, user });
});
app.get('/api/auth/check', (req, res, next) => {
  try {
    jwt.verify(String(req.headers.authorization).slice(7), process.env.JWT_SECRET);
    res.locals.accessToken = jwt.sign({ id: 7 }, process.env.JWT_SECRET, { expiresIn: '1h' });
  } catch { /* not signed in */ }
  next();
}, (req, res) => res.json({ message: res.locals.accessToken ? 'in' : 'out', accessToken: res.locals.accessToken }));
app.get('/api/berries', guard, (req, res) => res.json([]));
app.post('/api/berries', guard, (req, res) => res.status(201).json({ id: 1 }));
module.exports = app;
