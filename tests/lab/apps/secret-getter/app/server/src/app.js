const express = require('express');
const cors = require('cors');
const { guard, signFor } = require('./guard');
const app = express();
app.use(cors());
app.use(express.json());
app.post('/api/auth/login', async (req, res) => {
  const user = { id: 7, name: req.body.name };
  const token = signFor(user.id);
  res.json({ token, user });
});
app.get('/api/berries', guard, (req, res) => res.json([]));
app.post('/api/berries', guard, (req, res) => res.status(201).json({ id: 1 }));
module.exports = app;
