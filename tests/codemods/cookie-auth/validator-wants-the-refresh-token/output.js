import { Router } from 'express';
import Joi from 'joi';
import { renew } from './tokens.js';
import { checked } from './checked.js';
import { refreshTokenOf } from './session-cookie';

const body = Joi.object({ refreshToken: Joi.string().required() });
const router = Router();

// TODO(httponly): what checks the body of this route wants `refreshToken`, which browsers send as a cookie: make it optional there. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/cookie-auth.md
router.post('/token/refresh', checked(body), async (req, res) => {
  await renew(req.body?.refreshToken ?? refreshTokenOf(req));
  res.sendStatus(204);
});

router.post('/token/revoke', async (req, res) => {
  await renew(req.body?.refreshToken ?? refreshTokenOf(req));
  res.sendStatus(204);
});
export default router;
