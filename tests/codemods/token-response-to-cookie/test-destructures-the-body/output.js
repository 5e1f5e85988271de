const request = require('supertest');
const app = require('../app');
const { sessionTokenOf } = require('./session-token');

test('lists tasks', async () => {
  const res = await request(app).post('/login').send({ name: 'ada' });
  const token = sessionTokenOf(res);
  await request(app).get('/tasks').set('Authorization', 'Bearer ' + token).expect(200);
});
