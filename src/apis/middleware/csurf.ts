import type { MiddlewareApi } from './middleware-api.ts';

/** csurf, https://github.com/expressjs/csurf (no longer maintained, but a check), and its forks. */
export const csurf: MiddlewareApi = {
  id: 'csurf',
  protects: 'csrf',
  origin: /^(?:csurf|@dr\.pogodin\/csurf|tiny-csrf)#/,
};
