import type { MiddlewareApi } from './middleware-api.ts';

/** https://github.com/koajs/ratelimit */
export const koaRatelimit: MiddlewareApi = {
  id: 'koa-ratelimit',
  protects: 'rate-limit',
  origin: /^(?:koa-ratelimit|koa2-ratelimit|koa-better-ratelimit)#/,
};
