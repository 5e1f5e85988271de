const request = require('supertest');
const { expect } = require('chai');
const app = require('../app');
const { sessionTokenOf } = require('./session-token');

it('answers with a token', async () => {
  const res = await request(app).post('/auth/login').send({ name: 'ada' });
  expect(res).to.have.status(200);
  expect(sessionTokenOf(res)).to.be.a('string');
});
