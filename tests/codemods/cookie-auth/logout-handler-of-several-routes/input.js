import { Router } from 'express';

const router = Router();
const done = (req, res) => {
  res.json({ done: true, by: res.locals.actor });
};

router.post('/sign-out', endAll, done);
router.post('/settings', save, done);
export default router;
