import type { MiddlewareApi } from './middleware-api.ts';

/** https://github.com/rhinobase/hono-rate-limiter */
export const honoRateLimiter: MiddlewareApi = {
  id: 'hono-rate-limiter',
  protects: 'rate-limit',
  origin: /^(?:hono-rate-limiter#rateLimiter|@hono-rate-limiter\/[\w-]+#\w+)\(\)$/,
};
