import request from 'supertest';
import { createApp } from '../src/app.js';
import { createDb } from '../src/db.js';

export const ada = {
  name: 'Ada Marsh',
  email: 'ada@example.com',
  password: 'correct-horse',
};

export const ben = {
  name: 'Ben Okoro',
  email: 'ben@example.com',
  password: 'battery-staple',
};

export async function startApp() {
  return createApp(await createDb());
}

export async function registerUser(app, user = ada) {
  const res = await request(app).post('/api/auth/register').send(user);
  return res.body.token;
}
