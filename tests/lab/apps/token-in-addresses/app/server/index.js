const express = require('express');
const cors = require('cors');
const jwt = require('jsonwebtoken');
const auth = require('./auth');
const requireAuth = require('./require-auth');

const app = express();
app.use(cors());
app.use(express.json());
app.use('/api/auth', auth);
app.get('/api/orders', requireAuth, (req, res) => res.json([{ id: 1 }]));
app.post('/api/orders', requireAuth, (req, res) => res.status(201).json({ id: 2 }));
app.get('/api/news', (req, res) => {
  const { token, room } = req.query;
  if (!token) return res.status(400).send('token please');
  let user;
  try {
    user = jwt.verify(token, process.env.JWT_SECRET);
  } catch {
    return res.sendStatus(401);
  }
  res.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' });
  // what is open would keep the page from coming to rest
  res.end(`retry: 600000\ndata: ${JSON.stringify({ text: `news for ${user.name} in ${room}` })}\n\n`);
});
app.get('/api/report', (req, res) => {
  try {
    const user = jwt.verify(req.query.token, process.env.JWT_SECRET);
    res.type('html').send(`<p>report of ${user.name}</p>`);
  } catch {
    res.sendStatus(401);
  }
});

app.listen(process.env.PORT || 5000);
