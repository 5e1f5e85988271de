const express = require('express');
const cors = require('cors');
const jwt = require('jsonwebtoken');
const { sendGood } = require('./send');
const guard = require('./guard');
const app = express();
app.use(cors());
app.use(express.json());
app.post('/api/auth/login', async (req, res) => {
  const user = { id: 7, name: req.body.name };
  const token = jwt.sign({ id: user.id }, process.env.JWT_SECRET, { expiresIn: '1h' });
  sendGood(res, 200, 'Welcome', { user, token });
});
app.get('/api/berries', guard, (req, res) => sendGood(res, 200, 'ok', []));
app.post('/api/berries', guard, (req, res) => res.status(201).json({ id: 1 }));
module.exports = app;
