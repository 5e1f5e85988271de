import type { MiddlewareApi } from './middleware-api.ts';

/** https://github.com/animir/node-rate-limiter-flexible: asked by hand, `limiter.consume(req.ip)`. */
export const rateLimiterFlexible: MiddlewareApi = {
  id: 'rate-limiter-flexible',
  protects: 'rate-limit',
  origin: /^rate-limiter-flexible#\w+<new>(?:\.(?:consume|penalty|block|get))?/,
};
