import request from 'supertest';
import { app } from './app.js';
import { sessionTokenOf } from './session-token';

let token;

beforeAll(async () => {
  token = sessionTokenOf(await request(app).post('/auth/login').send({ name: 'ada' }));
});
