import { csrfCsrf } from './csrf-csrf.ts';
import { csrfSync } from './csrf-sync.ts';
import { csurf } from './csurf.ts';
import { expressRateLimit } from './express-rate-limit.ts';
import { fastifyCsrf } from './fastify-csrf.ts';
import { fastifyHelmet } from './fastify-helmet.ts';
import { fastifyRateLimit } from './fastify-rate-limit.ts';
import { headersByHand } from './headers-by-hand.ts';
import { helmet } from './helmet.ts';
import { honoCsrf } from './hono-csrf.ts';
import { honoRateLimiter } from './hono-rate-limiter.ts';
import { honoSecureHeaders } from './hono-secure-headers.ts';
import { koaCsrf } from './koa-csrf.ts';
import { koaRatelimit } from './koa-ratelimit.ts';
import { luscaCsrf } from './lusca-csrf.ts';
import { luscaHeaders } from './lusca-headers.ts';
import type { MiddlewareApi } from './middleware-api.ts';
import { nestThrottler } from './nest-throttler.ts';
import { originCheck } from './origin-check.ts';
import { rateLimiterFlexible } from './rate-limiter-flexible.ts';
import { upstashRatelimit } from './upstash-ratelimit.ts';

export type { MiddlewareApi, OwnFunction, Policy, PolicyState, Protection } from './middleware-api.ts';

/** Every middleware that protects an app. A new one is a file beside these and a line here. */
export const middlewares: readonly MiddlewareApi[] = [
  csrfCsrf,
  csrfSync,
  csurf,
  fastifyCsrf,
  honoCsrf,
  koaCsrf,
  luscaCsrf,
  originCheck,
  fastifyHelmet,
  helmet,
  honoSecureHeaders,
  luscaHeaders,
  headersByHand,
  expressRateLimit,
  fastifyRateLimit,
  honoRateLimiter,
  koaRatelimit,
  nestThrottler,
  rateLimiterFlexible,
  upstashRatelimit,
];
