import { policyInOptions } from './content-security-policy.ts';
import type { MiddlewareApi } from './middleware-api.ts';

/** https://hono.dev/docs/middleware/builtin/secure-headers: sets a policy only where it is given one. */
export const honoSecureHeaders: MiddlewareApi = {
  id: 'hono-secure-headers',
  protects: 'headers',
  origin: /^hono\/secure-headers#secureHeaders\(\)$/,
  policy: (middleware) => policyInOptions(middleware),
};
