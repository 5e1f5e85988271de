import { APP_HINT, exposuresOfKind } from '../exposures/index.ts';
import { createRule } from '../lint/create-rule.ts';
import { listed } from '../lint/listed.ts';

/** The usual limiter of each framework. */
const LIMITERS: Readonly<Record<string, string>> = {
  express: 'express-rate-limit',
  nest: '@nestjs/throttler with its guard',
  fastify: '@fastify/rate-limit',
  koa: 'koa-ratelimit',
  hono: 'hono-rate-limiter',
};

export default createRule<[], 'unlimited'>({
  name: 'require-auth-rate-limit',
  description: 'Require a rate limit on the routes at which passwords, codes and tokens can be tried',
  recommended: false,
  severity: 'medium',
  cwe: [307],
  hint: APP_HINT,
  isAboutApps: true,
  schema: [],
  defaultOptions: [],
  messages: {
    unlimited:
      'Anybody can try passwords, codes and tokens at {{routes}} of this app as fast as the network carries them: no ' +
      'limiter is on the route, its router or the app. Put {{advice}} on them.',
  },
  check: (file) =>
    exposuresOfKind(file, 'auth-without-rate-limit').map(({ node, routes, app }) => ({
      messageId: 'unlimited',
      range: node.range,
      data: { routes: listed(routes, 4), advice: LIMITERS[app.id] ?? 'a rate limiter' },
    })),
});
