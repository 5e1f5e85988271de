import { Router } from 'express';
import { login } from './controller.js';
import { describeSession, endSession } from './session-cookie';
import { sendCsrfToken } from './csrf-token';

const router = Router();
router.post('/login', login);
router.get('/session', describeSession);
router.post('/logout', endSession);
router.get('/csrf-token', sendCsrfToken);
export default router;
