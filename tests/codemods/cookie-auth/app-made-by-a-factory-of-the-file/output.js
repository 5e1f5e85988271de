import express from 'express';
import { api } from './api.js';
import cookieParser from 'cookie-parser';
import { refuseCrossSite } from './csrf-check';

function build() {
  const app = express();
  app.use(express.json());
  app.use(cookieParser());
  app.use(refuseCrossSite);
  app.use('/api', api);
  return app;
}

const app = build();
app.get('/health', (req, res) => res.send('ok'));
app.listen(3000);
