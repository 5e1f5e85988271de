import { Router } from 'express';
import { verify } from './tokens.js';
import { clearSessionCookie } from './session-cookie';

const router = Router();

const signedIn = (req, res, next) => {
  req.user = verify(req.cookies.sid);
  next();
};

function fail(error, req, res, next) {
  res.status(500).json({ error: error.message });
}

const leave = async (req, res) => {
  clearSessionCookie(res);
  await req.user.end();
  res.sendStatus(204);
};

router.post('/logout', signedIn, leave, fail);
router.get('/orders', signedIn, (req, res) => res.json(req.user.orders));
export default router;
