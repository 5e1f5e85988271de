import argon2 from 'argon2';
import type { FastifyInstance } from 'fastify';
import { findByEmail } from './store';

const attributes = { httpOnly: true, secure: true, sameSite: 'strict', path: '/' } as const;
const LIFETIME = 30 * 60;

interface Login {
  Body: { email: string; password: string };
}

export async function authRoutes(app: FastifyInstance) {
  app.get('/csrf', async (_request, reply) => ({ csrf: reply.generateCsrf() }));

  app.post<Login>('/login', { config: { rateLimit: { max: 5, timeWindow: '1 minute' } } }, async (request, reply) => {
    const user = await findByEmail(request.body.email);
    if (!user || !(await argon2.verify(user.passwordHash, request.body.password))) return reply.code(401).send({ error: 'Wrong email or password' });
    const session = app.jwt.sign({ sub: user.id }, { expiresIn: LIFETIME });
    reply.setCookie('__Host-session', session, { ...attributes, maxAge: LIFETIME });
    return reply.send({ user: { id: user.id, name: user.name } });
  });

  app.post('/logout', async (_request, reply) => reply.clearCookie('__Host-session', attributes).code(204).send());
}
