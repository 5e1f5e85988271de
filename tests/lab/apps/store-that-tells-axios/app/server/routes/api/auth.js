const express = require('express');
const router = express.Router();
const jwt = require('jsonwebtoken');
const auth = require('../../middleware/auth');
const users = require('../../models/users');

// @route    GET api/auth
router.get('/', auth, async (req, res) => {
  try {
    const { password, ...user } = users.find((one) => one.id === req.user.id);
    res.json(user);
  } catch (err) {
    res.status(500).send('Server Error');
  }
});

// @route    POST api/auth
router.post('/', async (req, res) => {
  const { email, password } = req.body;
  try {
    const user = users.find((one) => one.email === email);
    if (!user || user.password !== password) {
      return res.status(400).json({ errors: [{ msg: 'Invalid Credentials' }] });
    }
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
