const express = require('express');
const jwt = require('jsonwebtoken');
const helmet = require('helmet');
const cookieParser = require('cookie-parser');
const { makeCors } = require('./corsRules');
const guard = require('./guard');
const app = express();

if (process.env.NODE_ENV === 'production') {
  app.set('trust proxy', 1);
}

const strict = helmet();
const loose = helmet({ contentSecurityPolicy: false });
app.use((req, res, next) => {
  if (req.path.startsWith('/docs')) return loose(req, res, next);
  return strict(req, res, next);
});
app.use(makeCors());
app.use(cookieParser());
app.get('/api/csrf-token', (req, res) => res.json({ csrfToken: 'x' }));
app.use(express.json({ limit: '10kb' }));
app.post('/api/auth/login', async (req, res) => {
  const user = { id: 7, name: req.body.name };
  const token = jwt.sign({ id: user.id }, process.env.JWT_SECRET, { expiresIn: '1h' });
  res.json({ token, user });
});
app.get('/api/berries', guard, (req, res) => res.json([]));
app.post('/api/berries', guard, (req, res) => res.status(201).json({ id: 1 }));
module.exports = app;
