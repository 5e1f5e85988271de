import type { MiddlewareApi } from './middleware-api.ts';

/** https://github.com/Psifi-Solutions/csrf-csrf: what `doubleCsrf()` gives under this name is the middleware, the rest makes tokens. */
export const csrfCsrf: MiddlewareApi = {
  id: 'csrf-csrf',
  protects: 'csrf',
  origin: /^csrf-csrf#doubleCsrf\(\)\.(?:doubleCsrfProtection|validateRequest)$/,
};
