const request = require('supertest');
const { expect } = require('chai');
const app = require('../app');

describe('auth', () => {
  let token;

  before((done) => {
    request(app).post('/api/login').send({ name: 'ada' }).end((err, res) => {
      token = res.body.token;
      done(err);
    });
  });

  it('has one', () => {
    expect(token).to.be.a('string');
  });
});
