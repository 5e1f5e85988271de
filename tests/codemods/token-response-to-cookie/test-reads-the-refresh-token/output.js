import request from 'supertest';
import { app } from './app.js';
import { refreshTokenIn, sessionTokenOf } from './session-token';

test('renews', async () => {
  const login = await request(app).post('/auth/login').send({ name: 'ada' });
  const accessToken = sessionTokenOf(login);
  const refreshToken = refreshTokenIn(login);
  expect(accessToken).toBeTruthy();
  await request(app).post('/auth/refresh').send({ refreshToken }).expect(200);
});
