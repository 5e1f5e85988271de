import request from 'supertest';
import { app } from './app.js';

test('answers', async () => {
  const res = await request(app).post('/auth/login').send({ name: 'ada' });
  const token = res.body.token;
  expect(res.body).toEqual({ token: expect.any(String), user: { id: 1 }, expires_at: expect.any(Number) });
  expect(token.length).toBeGreaterThan(10);
});
