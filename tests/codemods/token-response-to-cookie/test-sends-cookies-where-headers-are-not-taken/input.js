import request from 'supertest';
import { app } from './app.js';

test('shows the profile', async () => {
  const { body } = await request(app).post('/auth/login').send({ name: 'ada' });
  await request(app).get('/me').set('Authorization', `Bearer ${body.token}`).expect(200);
  await request(app).get('/me').set({ Authorization: 'Bearer ' + body.token, Accept: 'application/json' }).expect(200);
  await request(app).get('/me').auth(body.token, { type: 'bearer' }).expect(200);
});
