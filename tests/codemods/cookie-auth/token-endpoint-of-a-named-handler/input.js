import { Router } from 'express';
import { limit, login } from './controller.js';

const router = Router();
router.post('/login', limit, login);
export default router;
