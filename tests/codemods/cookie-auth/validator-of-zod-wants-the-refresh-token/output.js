import { Router } from 'express';
import { z } from 'zod';
import { renew } from './tokens.js';
import { refreshTokenOf } from './session-cookie';

const refreshBody = z.object({ refreshToken: z.string().min(1).optional(), device: z.string().optional() });
const check = (schema) => (req, res, next) => {
  const { success } = schema.safeParse(req.body ?? {});
  if (!success) return res.status(400).json({ error: 'refreshToken is required' });
  next();
};
const router = Router();

router.post('/token/refresh', check(refreshBody), async (req, res) => {
  await renew(req.body?.refreshToken ?? refreshTokenOf(req));
  res.sendStatus(204);
});
export default router;
