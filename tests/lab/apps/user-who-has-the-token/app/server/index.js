const express = require('express');
const cors = require('cors');
const jwt = require('jsonwebtoken');
const protect = require('./protect');

const app = express();
const users = [{ _id: 1, name: 'Ann', email: 'ann@example.com', password: 'pw', isAdmin: false }];
app.use(cors());
app.use(express.json());
app.post('/api/users/login', (req, res) => {
  const user = users.find((one) => one.email === req.body.email && one.password === req.body.password);
  if (!user) return res.status(401).json({ message: 'Invalid email or password' });
  const token = jwt.sign({ id: user._id }, process.env.JWT_SECRET, { expiresIn: '30d' });
  res.json({ token, user: { _id: user._id, name: user.name, email: user.email } });
});
app.get('/api/users/profile', protect, (req, res) => {
  const user = users.find((one) => one._id === req.user.id);
  res.json({ _id: user._id, name: user.name, email: user.email, isAdmin: user.isAdmin });
});
app.get('/api/orders', protect, (req, res) => res.json([{ _id: 1, owner: req.user.id }]));
app.post('/api/orders', protect, (req, res) => res.status(201).json({ _id: 2, owner: req.user.id }));
app.listen(process.env.PORT || 5000);
