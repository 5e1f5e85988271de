import { Router } from 'express';
import jwt from 'jsonwebtoken';

const router = Router();

/** Programmatic clients only: answers with the token in the body and sets no cookie. */
router.post('/token', (req, res) => {
  res.json({ token: jwt.sign({ sub: req.body.client }, process.env.JWT_SECRET) });
});

export default router;
