import jwt from 'jsonwebtoken';
import request from 'supertest';
import { beforeEach, describe, expect, it } from 'vitest';
import { config } from '../src/config.js';
import { ada, registerUser, startApp } from './helpers.js';

let app;

beforeEach(async () => {
  app = await startApp();
});

describe('POST /api/auth/register', () => {
  it('creates an account and signs it in', async () => {
    const res = await request(app).post('/api/auth/register').send(ada);

    expect(res.status).toBe(201);
    expect(res.body.token).toEqual(expect.any(String));
    expect(res.body.expires_at).toBeGreaterThan(Date.now());
    expect(res.body.user).toMatchObject({ name: ada.name, email: ada.email });
    expect(res.body.user).not.toHaveProperty('passwordHash');
  });

  it('refuses an email that is taken', async () => {
    await registerUser(app);
    const res = await request(app)
      .post('/api/auth/register')
      .send({ ...ada, email: 'ADA@example.com' });
    expect(res.status).toBe(409);
  });
});

describe('POST /api/auth/login', () => {
  beforeEach(() => registerUser(app));

  it('returns a token for the right password', async () => {
    const res = await request(app)
      .post('/api/auth/login')
      .send({ email: ada.email, password: ada.password });

    expect(res.status).toBe(200);
    const claims = jwt.verify(res.body.token, config.jwtSecret);
    expect(claims).toMatchObject({ email: ada.email, name: ada.name });
    expect(res.body.expires_at).toBe(claims.exp * 1000);
  });

  it('refuses a wrong password', async () => {
    const res = await request(app)
      .post('/api/auth/login')
      .send({ email: ada.email, password: 'wrong-password' });
    expect(res.status).toBe(401);
    expect(res.body).toEqual({ error: 'Wrong email or password' });
  });

  it('refuses a password that is not a string', async () => {
    const res = await request(app)
      .post('/api/auth/login')
      .send({ email: ada.email, password: { $ne: '' } });
    expect(res.status).toBe(401);
  });
});

describe('GET /api/auth/me', () => {
  it('returns the signed-in user', async () => {
    await registerUser(app);
    const login = await request(app)
      .post('/api/auth/login')
      .send({ email: ada.email, password: ada.password });
    const token = login.body.token;

    const res = await request(app).get('/api/auth/me').set('Authorization', `Bearer ${token}`);
    expect(res.status).toBe(200);
    expect(res.body.user.email).toBe(ada.email);
  });

  it('refuses a request without a token', async () => {
    const res = await request(app).get('/api/auth/me');
    expect(res.status).toBe(401);
  });

  it('refuses an expired token', async () => {
    const token = jwt.sign({ userId: 'u1' }, config.jwtSecret, {
      expiresIn: -10,
    });
    const res = await request(app).get('/api/auth/me').set('Authorization', `Bearer ${token}`);
    expect(res.status).toBe(401);
    expect(res.body.error).toBe('Invalid or expired token');
  });
});

describe('PUT /api/profile', () => {
  it('renames the user and returns a token with the new name', async () => {
    const token = await registerUser(app);
    const res = await request(app)
      .put('/api/profile')
      .set('Authorization', `Bearer ${token}`)
      .send({ name: 'Ada Reef' });

    expect(res.status).toBe(200);
    expect(res.body.user.name).toBe('Ada Reef');
    expect(jwt.decode(res.body.token).name).toBe('Ada Reef');
  });
});
