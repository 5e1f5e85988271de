import { callsOf } from '../../../syntax/functions.ts';
import { originOf } from '../../../flow/origin.ts';
import type { AuthSdk } from './auth-sdk.ts';
import { LOCAL_STORAGE } from './settings.ts';

/** https://github.com/pocketbase/js-sdk#auth-store: `LocalAuthStore` keeps the token in localStorage, `BaseAuthStore` in memory. */
export const pocketbase: AuthSdk = {
  id: 'pocketbase',
  name: 'PocketBase',
  instead:
    'Use `new BaseAuthStore()`, which keeps it in memory, or `pb.authStore.exportToCookie({ httpOnly: true })` on a server of your own',
  hint: /LocalAuthStore/,
  *storages(file) {
    for (const node of callsOf(file))
      if (node.type === 'NewExpression' && originOf(file, node.callee) === 'pocketbase#LocalAuthStore') yield { ...LOCAL_STORAGE, node };
  },
};
