import type { MiddlewareApi } from './middleware-api.ts';

/** https://github.com/koajs/csrf */
export const koaCsrf: MiddlewareApi = {
  id: 'koa-csrf',
  protects: 'csrf',
  origin: /^(?:koa-csrf|koa-isolated-csrf)#/,
};
