import request from 'supertest';
import { app } from './app.js';

test('answers', async () => {
  const res = await request(app).post('/auth/login').send({ name: 'ada' });
  expect(res.body).toEqual({ expires_at: expect.any(Number), user: { id: 1 } });
});
