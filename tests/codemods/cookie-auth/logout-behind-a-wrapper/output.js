const { Router } = require('express');
const { caught } = require('./caught');
const { requireUser } = require('./require-user');
const { clearSessionCookie } = require('./session-cookie');

const router = Router();

async function leave(request, response) {
  clearSessionCookie(response);
  await request.user.end();
  response.sendStatus(204);
}

router.route('/sign-out').all(requireUser).post(caught(leave));
module.exports = router;
