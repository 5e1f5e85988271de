import request from 'supertest';
import { app } from './app.js';

export async function signIn() {
  const { body: { token } } = await request(app).post('/auth/login').send({ name: 'ada' });
  return token;
}
