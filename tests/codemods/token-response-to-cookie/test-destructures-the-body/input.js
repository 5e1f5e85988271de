const request = require('supertest');
const app = require('../app');

test('lists tasks', async () => {
  const res = await request(app).post('/login').send({ name: 'ada' });
  const { token } = res.body;
  await request(app).get('/tasks').set('Authorization', 'Bearer ' + token).expect(200);
});
