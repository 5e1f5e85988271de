import { Router } from 'express';
import { login } from './controller.js';
import { describeSession, endSession } from './session-cookie';

const router = Router();
router.route('/login').post(login);
router.get('/session', describeSession);
router.post('/logout', endSession);
export default router;
