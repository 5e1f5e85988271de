import type { MiddlewareApi } from './middleware-api.ts';

/** https://github.com/Psifi-Solutions/csrf-sync */
export const csrfSync: MiddlewareApi = {
  id: 'csrf-sync',
  protects: 'csrf',
  origin: /^csrf-sync#csrfSync\(\)\.(?:csrfSynchronisedProtection|isRequestValid)$/,
};
