import { Router } from 'express';
import { login } from './controller.js';
import { describeSession, endSession, exchangeToken } from './session-cookie.js';

const router = Router();
router.post('/login', login);
router.get('/session', describeSession);
router.post('/logout', endSession);
router.post('/exchange', exchangeToken);
export default router;
