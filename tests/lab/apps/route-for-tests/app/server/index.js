const express = require('express');
const jwt = require('jsonwebtoken');

const app = express();
app.use(express.json());
require('./routes')(app);

app.use((req, res, next) => {
  const [scheme, token] = (req.get('Authorization') || '').split(' ');
  try {
    if (scheme !== 'Bearer') throw new Error('no token');
    req.user = jwt.verify(token, process.env.JWT_SECRET);
    next();
  } catch (error) {
    res.status(401).json({ error: 'sign in' });
  }
});

app.get('/notes', (req, res) => res.json([{ id: 1, of: req.user.sub }]));
app.post('/notes', (req, res) => res.status(201).json({}));

app.listen(3000);
