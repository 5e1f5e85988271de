import type { MiddlewareApi } from './middleware-api.ts';

/** https://github.com/express-rate-limit/express-rate-limit, express-slow-down of the same hands, and their forerunners. */
export const expressRateLimit: MiddlewareApi = {
  id: 'express-rate-limit',
  protects: 'rate-limit',
  origin: /^(?:express-rate-limit|express-slow-down|express-brute|express-limiter)#/,
};
