import request from 'supertest';
import { app } from './app.js';

test('renews', async () => {
  const login = await request(app).post('/auth/login').send({ name: 'ada' });
  const { accessToken, refreshToken } = login.body;
  expect(accessToken).toBeTruthy();
  await request(app).post('/auth/refresh').send({ refreshToken }).expect(200);
});
