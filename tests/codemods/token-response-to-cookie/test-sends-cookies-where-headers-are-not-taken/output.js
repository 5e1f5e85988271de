import request from 'supertest';
import { app } from './app.js';
import { sessionCookieOf, sessionTokenOf } from './session-token';

test('shows the profile', async () => {
  const { body, headers } = await request(app).post('/auth/login').send({ name: 'ada' });
  await request(app).get('/me').set('Cookie', sessionCookieOf(sessionTokenOf({ headers }))).expect(200);
  await request(app).get('/me').set({ Cookie: sessionCookieOf(sessionTokenOf({ headers })), Accept: 'application/json' }).expect(200);
  await request(app).get('/me').set('Cookie', sessionCookieOf(sessionTokenOf({ headers }))).expect(200);
});
