import type { AuthSdk } from './auth-sdk.ts';
import { namedLocations } from './settings.ts';

const PACKAGE = { packages: /^@okta\//, beside: /^issuer$/ };

/** https://github.com/okta/okta-auth-js#tokenmanager, https://github.com/okta/okta-auth-js#storagemanager */
export const okta: AuthSdk = {
  id: 'okta',
  name: "Okta's SDK",
  instead: "Set it to `'memory'`",
  hint: /tokenManager|storageManager/,
  *storages(file) {
    yield* namedLocations(file, { path: ['tokenManager', 'storage'], ...PACKAGE });
    yield* namedLocations(file, { path: ['storageManager', 'token', 'storageTypes'], ...PACKAGE });
  },
};
