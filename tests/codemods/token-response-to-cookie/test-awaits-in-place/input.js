import request from 'supertest';
import { app } from './app.js';

let token;

beforeAll(async () => {
  token = (await request(app).post('/auth/login').send({ name: 'ada' })).body.token;
});
