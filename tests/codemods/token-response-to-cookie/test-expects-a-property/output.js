import request from 'supertest';
import { app } from './app.js';
import { sessionTokenOf } from './session-token';

test('answers with a token', async () => {
  const res = await request(app).post('/auth/login').send({ name: 'ada' });
  expect(res.statusCode).toBe(200);
  expect(sessionTokenOf(res)).toEqual(expect.any(String));
  expect(res.body).not.toHaveProperty('password');
});
