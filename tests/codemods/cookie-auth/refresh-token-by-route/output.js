const express = require('express');
const { refreshTokenOf } = require('./session-cookie');
const router = express.Router();

router.post('/refresh', async (req, res) => {
  const token = req.body?.token ?? refreshTokenOf(req);
  res.json(await renew(token));
});

module.exports = router;
