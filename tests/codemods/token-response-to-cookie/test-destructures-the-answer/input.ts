import request from 'supertest';
import { app } from './app';

test('signs in', async () => {
  const { body, status } = await request(app).post('/auth/login').send({ name: 'ada' });
  expect(status).toBe(200);
  expect(body.token).toBeDefined();
  expect(body.user.name).toBe('ada');
});
