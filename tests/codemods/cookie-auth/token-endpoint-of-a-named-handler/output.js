import { Router } from 'express';
import { limit, login } from './controller.js';
import { answerProgram, describeSession, endSession } from './session-cookie';

const router = Router();
router.post('/login', limit, login);
router.get('/session', describeSession);
router.post('/logout', endSession);
/** Programmatic clients only: answers with the token in the body and sets no cookie. Browsers are refused. */
router.post('/token', answerProgram, limit, login);
export default router;
