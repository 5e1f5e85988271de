const express = require('express');
const router = express.Router();

router.post('/refresh', async (req, res) => {
  const { token } = req.body;
  res.json(await renew(token));
});

module.exports = router;
