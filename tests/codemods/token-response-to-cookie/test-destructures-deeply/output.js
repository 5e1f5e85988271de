import request from 'supertest';
import { app } from './app.js';
import { sessionTokenOf } from './session-token';

export async function signIn() {
  const token = sessionTokenOf(await request(app).post('/auth/login').send({ name: 'ada' }));
  return token;
}
