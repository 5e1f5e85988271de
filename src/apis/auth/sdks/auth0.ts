import type { AuthSdk } from './auth-sdk.ts';
import { namedLocations } from './settings.ts';

/** Memory unless it is told so: https://auth0.github.io/auth0-spa-js/interfaces/Auth0ClientOptions.html#cacheLocation */
export const auth0: AuthSdk = {
  id: 'auth0',
  name: "Auth0's SDK",
  instead: "Leave `cacheLocation` at `'memory'`, its default",
  hint: /cacheLocation/,
  storages: (file) => namedLocations(file, { path: ['cacheLocation'], packages: /^@auth0\//, beside: /^client_?id$/i }),
};
