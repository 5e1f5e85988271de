const express = require('express');
const cors = require('cors');
const jwt = require('jsonwebtoken');

const app = express();
app.use(cors());
app.use(express.json());

const ann = { id: 1, password: 'pw' };

function guard(req, res, next) {
  try {
    req.user = jwt.verify((req.headers.authorization || '').replace('Bearer ', ''), process.env.JWT_SECRET);
  } catch {
    return res.status(401).json({ message: 'Sign in' });
  }
  next();
}

app.post('/api/login', (req, res) => {
  if (req.body.password !== ann.password) return res.status(401).json({ message: 'Wrong password' });
  res.json({ token: jwt.sign({ id: ann.id }, process.env.JWT_SECRET, { expiresIn: '1h' }) });
});
app.put('/api/password', guard, (req, res) => {
  if (req.body.current !== ann.password) return res.status(401).json({ message: 'Wrong current password' });
  res.json({ message: 'Changed' });
});
app.get('/api/notes', guard, (req, res) => res.json([{ title: 'first' }]));

app.listen(process.env.PORT || 5000);
