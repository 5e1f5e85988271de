const express = require('express');
const { answerProgram, describeSession, endSession } = require('./session-cookie');
const router = express.Router();

/** Programmatic clients only: answers with the token in the body and sets no cookie. Browsers are refused. */
router.use('/token', answerProgram);
router.post(['/login', '/token'], async (req, res) => {
  res.json(await signIn(req.body, res));
});

router.get('/session', describeSession);
router.post('/logout', endSession);

module.exports = router;
