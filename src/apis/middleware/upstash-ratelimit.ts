import type { MiddlewareApi } from './middleware-api.ts';

/** https://github.com/upstash/ratelimit-js: asked by hand, `ratelimit.limit(id)`. */
export const upstashRatelimit: MiddlewareApi = {
  id: 'upstash-ratelimit',
  protects: 'rate-limit',
  origin: /^@upstash\/ratelimit#(?:Ratelimit)?<new>(?:\.limit)?/,
};
