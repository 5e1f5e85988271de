const chai = require('chai');
const request = require('supertest');
const app = require('../app');

chai.should();

it('answers with a token', async () => {
  const res = await request(app).post('/auth/login').send({ name: 'ada' });
  res.body.should.have.property('token');
});
