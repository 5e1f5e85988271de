import request from 'supertest';
import { app } from './app.js';

test('answers with a token', async () => {
  const res = await request(app).post('/auth/login').send({ name: 'ada' });
  expect(res.statusCode).toBe(200);
  expect(res.body).toHaveProperty('token');
  expect(res.body).not.toHaveProperty('password');
});
