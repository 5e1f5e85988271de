import { Router } from 'express';
import Joi from 'joi';
import { renew } from './tokens.js';
import { checked } from './checked.js';
import { refreshTokenOf } from './session-cookie';

const body = Joi.object({ refreshToken: Joi.string() });
const router = Router();

router.post('/token/refresh', checked(body), async (req, res) => {
  await renew(req.body?.refreshToken ?? refreshTokenOf(req));
  res.sendStatus(204);
});

router.post('/token/revoke', async (req, res) => {
  await renew(req.body?.refreshToken ?? refreshTokenOf(req));
  res.sendStatus(204);
});
export default router;
