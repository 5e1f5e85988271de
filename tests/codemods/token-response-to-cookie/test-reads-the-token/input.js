import request from 'supertest';
import { app } from '../src/app.js';

it('shows the profile', async () => {
  const login = await request(app).post('/api/auth/login').send({ email: 'a@b.c', password: 'x' });
  const token = login.body.token;
  await request(app).get('/api/me').set('Authorization', `Bearer ${token}`).expect(200);
});
