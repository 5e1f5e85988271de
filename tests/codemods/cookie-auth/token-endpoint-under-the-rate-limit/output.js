import express from 'express';
import rateLimit from 'express-rate-limit';
import { auth } from './auth.js';
import cookieParser from 'cookie-parser';
import { refuseCrossSite } from './csrf-check';

const app = express();
app.use(express.json());
app.use(['/api/auth/login', '/api/auth/token'], rateLimit({ limit: 5 }));
app.use(cookieParser());
app.use(refuseCrossSite);
app.use('/api/auth', auth);
