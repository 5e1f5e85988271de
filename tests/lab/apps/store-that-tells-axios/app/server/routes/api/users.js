const express = require('express');
const router = express.Router();
const jwt = require('jsonwebtoken');
const users = require('../../models/users');

// @route    POST api/users
router.post('/', async (req, res) => {
  const { name, email, password } = req.body;
  try {
    if (users.some((one) => one.email === email)) {
      return res.status(400).json({ errors: [{ msg: 'User already exists' }] });
    }
    const user = { id: String(users.length + 1), name, email, password };
    users.push(user);
    const payload = { user: { id: user.id } };
    jwt.sign(payload, process.env.JWT_SECRET, { expiresIn: '5 days' }, (err, token) => {
      if (err) throw err;
      res.json({ token });
    });
  } catch (err) {
    res.status(500).send('Server error');
  }
});

module.exports = router;
