import type { MiddlewareApi } from './middleware-api.ts';

/** https://hono.dev/docs/middleware/builtin/csrf: checks Origin and Sec-Fetch-Site. */
export const honoCsrf: MiddlewareApi = {
  id: 'hono-csrf',
  protects: 'csrf',
  origin: /^hono\/csrf#csrf\(\)$/,
};
