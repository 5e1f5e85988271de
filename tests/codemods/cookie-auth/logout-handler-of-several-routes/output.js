import { Router } from 'express';

const router = Router();
const done = (req, res) => {
  res.json({ done: true, by: res.locals.actor });
};

// TODO(httponly): other routes answer by this handler too: call clearSessionCookie(res) in a handler of this route alone. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/cookie-auth.md
router.post('/sign-out', endAll, done);
router.post('/settings', save, done);
export default router;
