const chai = require('chai');
const request = require('supertest');
const app = require('../app');
const { sessionTokenOf } = require('./session-token');

chai.should();

it('answers with a token', async () => {
  const res = await request(app).post('/auth/login').send({ name: 'ada' });
  sessionTokenOf(res).should.be.a('string');
});
