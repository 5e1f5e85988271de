import request from 'supertest';
import { app } from './app.js';
import { sessionTokenOf } from './session-token';

it('works', async () => {
  const res = await request(app).post('/auth/login').send({ name: 'ada' });
  const { user } = res.body;
  const token = sessionTokenOf(res);
  await request(app).get(`/users/${user.id}`).set('Authorization', `Bearer ${token}`).expect(200);
});
