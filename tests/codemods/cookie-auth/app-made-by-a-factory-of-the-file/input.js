import express from 'express';
import { api } from './api.js';

function build() {
  const app = express();
  app.use(express.json());
  app.use('/api', api);
  return app;
}

const app = build();
app.get('/health', (req, res) => res.send('ok'));
app.listen(3000);
