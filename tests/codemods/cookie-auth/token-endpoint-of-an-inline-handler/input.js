const express = require('express');
const router = express.Router();

router.post('/login', async (req, res) => {
  res.json(await signIn(req.body, res));
});

module.exports = router;
