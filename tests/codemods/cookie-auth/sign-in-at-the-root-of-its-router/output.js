const express = require('express');
const jwt = require('jsonwebtoken');
const { describeSession, endSession } = require('./session-cookie');
const router = express.Router();

router.post('/', async (req, res) => {
  const token = jwt.sign({ id: 1 }, process.env.JWT_SECRET);
  res.json({ token });
});

router.get('/session', describeSession);
router.post('/logout', endSession);

module.exports = router;
