import express from 'express';
import { api } from './api.js';

const partners = new Set(['https://a.example', 'https://b.example']);
const app = express();
app.use((req, res, next) => {
  const { origin } = req.headers;
  if (partners.has(origin)) res.setHeader('Access-Control-Allow-Origin', origin);
  next();
});
app.use('/api', api);
