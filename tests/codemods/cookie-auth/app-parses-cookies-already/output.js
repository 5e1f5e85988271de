import cookieParser from 'cookie-parser';
import express from 'express';
import { router } from './router.js';
import { refuseCrossSite } from './csrf-check.js';

export const app = express();
app.use(express.json());
app.use(cookieParser());
app.use(refuseCrossSite);
app.use('/api', router);
