const express = require('express');
const router = express.Router();
const jwt = require('jsonwebtoken');
const auth = require('../../middleware/auth');
const users = require('../../models/users');

const generateToken = (id) => jwt.sign({ user: { id } }, process.env.JWT_SECRET, { expiresIn: '30d' });

router.get('/', auth, (req, res) => {
  const { password, ...user } = users.find((one) => one.id === req.user.id);
  res.json(user);
});

router.post('/', (req, res) => {
  const { email, password } = req.body;
  const user = users.find((one) => one.email === email);
  if (user && user.password === password) {
    res.json({
      _id: user.id,
      name: user.name,
      email: user.email,
      token: generateToken(user.id)
    });
  } else {
    res.status(401).json({ message: 'Invalid email or password' });
  }
});

router.put('/profile', auth, (req, res) => {
  const user = users.find((one) => one.id === req.user.id);
  user.name = req.body.name || user.name;
  res.json({
    _id: user.id,
    name: user.name,
    email: user.email,
    token: generateToken(user.id)
  });
});

module.exports = router;
