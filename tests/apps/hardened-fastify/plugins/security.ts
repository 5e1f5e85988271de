import csrf from '@fastify/csrf-protection';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fp from 'fastify-plugin';
import Redis from 'ioredis';

/** Headers, limits and the check of where a request comes from, for all routes. */
export const security = fp(async (app) => {
  await app.register(helmet);
  await app.register(rateLimit, { max: 100, timeWindow: '1 minute', redis: new Redis(process.env.REDIS_URL!) });
  await app.register(csrf, { cookieOpts: { httpOnly: true, secure: true, sameSite: 'strict', path: '/' } });
  app.addHook('preHandler', (request, reply, done) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) done();
    else app.csrfProtection(request, reply, done);
  });
});
