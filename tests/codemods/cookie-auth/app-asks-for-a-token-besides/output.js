import express from 'express';
import { router } from './router.js';
import cookieParser from 'cookie-parser';
import { refuseCrossSite } from './csrf-check';
import { requireCsrfToken } from './csrf-token';

const app = express();
app.use(express.json());
app.use(cookieParser());
app.use(refuseCrossSite);
app.use(requireCsrfToken);
app.use('/api', router);
