import { Router } from 'express';
import { clearSessionCookie } from './session-cookie';

const router = Router();
router.post('/logout', (req, res) => (clearSessionCookie(res), res.json({ message: 'Logged out' })));
export default router;
