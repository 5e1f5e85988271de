const request = require('supertest');
const { expect } = require('chai');
const app = require('../app');

it('answers with a token', async () => {
  const res = await request(app).post('/auth/login').send({ name: 'ada' });
  expect(res).to.have.status(200);
  expect(res.body).to.have.property('token');
});
