import { policyInOptions } from './content-security-policy.ts';
import type { MiddlewareApi } from './middleware-api.ts';

/** https://github.com/fastify/fastify-helmet: registered, with helmet's options. */
export const fastifyHelmet: MiddlewareApi = {
  id: 'fastify-helmet',
  protects: 'headers',
  origin: /^(?:@fastify\/helmet|fastify-helmet)#(?:fastifyHelmet)?$/,
  policy: (middleware) => policyInOptions(middleware),
};
