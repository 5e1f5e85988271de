import { Router } from 'express';
import { z } from 'zod';
import { renew } from './tokens.js';

const refreshBody = z.object({ refreshToken: z.string() });
const check = (req, res, next) => {
  refreshBody.parse(req.body);
  if (req.body.refreshToken.length < 20) return res.sendStatus(400);
  next();
};
const router = Router();

router.post('/token/refresh', check, async (req, res) => {
  await renew(req.body.refreshToken);
  res.sendStatus(204);
});
export default router;
