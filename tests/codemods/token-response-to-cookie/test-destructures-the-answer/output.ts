import request from 'supertest';
import { app } from './app';
import { sessionTokenOf } from './session-token';

test('signs in', async () => {
  const { body, status, headers } = await request(app).post('/auth/login').send({ name: 'ada' });
  expect(status).toBe(200);
  expect(sessionTokenOf({ headers })).toBeDefined();
  expect(body.user.name).toBe('ada');
});
