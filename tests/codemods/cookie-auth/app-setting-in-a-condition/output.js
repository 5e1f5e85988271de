import cors from 'cors';
import express from 'express';
import { api } from './api.js';
import cookieParser from 'cookie-parser';
import { refuseCrossSite } from './csrf-check';

const app = express();
if (process.env.TRUST_PROXY) {
  app.set('trust proxy', 1);
}
app.use((req, res, next) => {
  res.set('X-Request-Id', crypto.randomUUID());
  next();
});
app.use(cors());
app.use(express.json());
app.use(cookieParser());
app.use(refuseCrossSite);
app.use('/api', api);
