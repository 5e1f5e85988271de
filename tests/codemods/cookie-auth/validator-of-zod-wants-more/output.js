import { Router } from 'express';
import { z } from 'zod';
import { renew } from './tokens.js';
import { refreshTokenOf } from './session-cookie';

const refreshBody = z.object({ refreshToken: z.string().min(1), device: z.string() });
const check = (schema) => (req, res, next) => {
  const { success } = schema.safeParse(req.body);
  if (!success) return res.status(400).json({ error: 'refreshToken is required' });
  next();
};
const router = Router();

// TODO(httponly): what checks the body of this route wants `refreshToken`, which browsers send as a cookie: make it optional there. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/cookie-auth.md
router.post('/token/refresh', check(refreshBody), async (req, res) => {
  await renew(req.body?.refreshToken ?? refreshTokenOf(req));
  res.sendStatus(204);
});
export default router;
