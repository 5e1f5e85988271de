import express from 'express';
import request from 'supertest';
import { requireAuth } from '../src/require-auth.js';

it('refuses', async () => {
  const app = express();
  app.get('/', requireAuth, (req, res) => res.send('ok'));
  await request(app).get('/').expect(401);
});
