const request = require('supertest');
const { expect } = require('chai');
const app = require('../app');
const { sessionTokenOf } = require('./session-token');

it('answers with a token', async () => {
  const res = await request(app).post('/auth/login').send({ name: 'ada' });
  expect(res.body).to.eql({ expires_at: res.body.expires_at, name: 'ada' });
});
