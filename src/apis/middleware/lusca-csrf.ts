import type { MiddlewareApi } from './middleware-api.ts';

/** https://github.com/krakenjs/lusca: `lusca({ csrf: true })` or `lusca.csrf()`. */
export const luscaCsrf: MiddlewareApi = {
  id: 'lusca-csrf',
  protects: 'csrf',
  origin: /^lusca#(?:csrf)?\(\)$/,
};
