import { Router } from 'express';
import { login, logout } from './controller.js';
import { describeSession } from './session-cookie.js';

const router = Router();
router.post('/login', login);
router.get('/session', describeSession);
router.post('/logout', logout);
export default router;
