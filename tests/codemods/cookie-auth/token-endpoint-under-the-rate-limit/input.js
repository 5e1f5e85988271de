import express from 'express';
import rateLimit from 'express-rate-limit';
import { auth } from './auth.js';

const app = express();
app.use(express.json());
app.use('/api/auth/login', rateLimit({ limit: 5 }));
app.use('/api/auth', auth);
