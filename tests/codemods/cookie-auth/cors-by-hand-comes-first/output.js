import express from 'express';
import { api } from './api.js';
import cookieParser from 'cookie-parser';
import { refuseCrossSite } from './csrf-check';

const partners = new Set(['https://a.example', 'https://b.example']);
const app = express();
app.use((req, res, next) => {
  const { origin } = req.headers;
  if (partners.has(origin)) res.setHeader('Access-Control-Allow-Origin', origin);
  next();
});
app.use(cookieParser());
app.use(refuseCrossSite);
app.use('/api', api);
