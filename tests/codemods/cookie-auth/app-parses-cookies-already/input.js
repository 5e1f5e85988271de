import cookieParser from 'cookie-parser';
import express from 'express';
import { router } from './router.js';

export const app = express();
app.use(express.json());
app.use(cookieParser());
app.use('/api', router);
