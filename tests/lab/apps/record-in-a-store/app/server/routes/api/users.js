const express = require('express');
const router = express.Router();
const jwt = require('jsonwebtoken');
const users = require('../../models/users');

const generateToken = (id) => jwt.sign({ user: { id } }, process.env.JWT_SECRET, { expiresIn: '30d' });

router.post('/', (req, res) => {
  const { name, email, password } = req.body;
  if (users.some((one) => one.email === email)) return res.status(400).json({ message: 'User already exists' });
  const user = { id: String(users.length + 1), name, email, password };
  users.push(user);
  res.status(201).json({
    _id: user.id,
    name: user.name,
    email: user.email,
    token: generateToken(user.id)
  });
});

module.exports = router;
