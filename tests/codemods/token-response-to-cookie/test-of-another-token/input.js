import request from 'supertest';
import { app } from './app.js';

test('invites', async () => {
  const res = await request(app).post('/api/invitations').send({ email: 'a@b.c' });
  expect(res.body.token).toHaveLength(12);
});
