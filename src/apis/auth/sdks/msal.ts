import type { AuthSdk } from './auth-sdk.ts';
import { namedLocations } from './settings.ts';

/**
 * https://learn.microsoft.com/en-us/entra/msal/javascript/browser/caching. The options often stand in a file that
 * imports nothing of it.
 */
export const msal: AuthSdk = {
  id: 'msal',
  name: 'MSAL',
  instead: "Set `cacheLocation` to `'memoryStorage'`",
  hint: /cacheLocation/,
  storages: (file) => namedLocations(file, { path: ['cache', 'cacheLocation'], packages: /^@azure\/msal-/, beside: /^auth$/ }),
};
