import request from 'supertest';
import { app } from './app.js';

it('works', async () => {
  const res = await request(app).post('/auth/login').send({ name: 'ada' });
  const { token, user } = res.body;
  await request(app).get(`/users/${user.id}`).set('Authorization', `Bearer ${token}`).expect(200);
});
