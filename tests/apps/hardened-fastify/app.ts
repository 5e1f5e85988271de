import cookie from '@fastify/cookie';
import cors from '@fastify/cors';
import jwt from '@fastify/jwt';
import Fastify from 'fastify';
import { authRoutes } from './auth';
import { clientOrigin, sessionSecret } from './environment';
import { noteRoutes } from './notes';
import { security } from './plugins/security';

export async function build() {
  const app = Fastify({ logger: { redact: ['req.headers.authorization', 'req.headers.cookie'] } });
  await app.register(cors, { origin: clientOrigin, credentials: true });
  await app.register(cookie);
  await app.register(jwt, { secret: sessionSecret, cookie: { cookieName: '__Host-session', signed: false } });
  await app.register(security);
  await app.register(authRoutes, { prefix: '/auth' });
  await app.register(noteRoutes, { prefix: '/notes' });
  return app;
}
