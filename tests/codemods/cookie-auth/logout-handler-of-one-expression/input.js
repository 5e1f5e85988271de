import { Router } from 'express';

const router = Router();
router.post('/logout', (req, res) => res.json({ message: 'Logged out' }));
export default router;
