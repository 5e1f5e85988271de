import { argumentAt, callsOf } from '../../../syntax/functions.ts';
import { originOf } from '../../../flow/origin.ts';
import { shapeOf } from '../../../flow/objects.ts';
import { runtimeAt } from '../../../syntax/runtime.ts';
import type { AuthSdk } from './auth-sdk.ts';
import { LOCAL_STORAGE, readableAmong, settingAt, storageObject } from './settings.ts';

/** https://supabase.com/docs/reference/javascript/initializing: `auth.storage`, and `auth.persistSession`, which saves to localStorage */
export const supabase: AuthSdk = {
  id: 'supabase',
  name: 'Supabase',
  instead: 'Set `persistSession` to `false`',
  hint: /@supabase\/supabase-js/,
  *storages(file) {
    for (const call of callsOf(file)) {
      if (originOf(file, call.callee) !== '@supabase/supabase-js#createClient') continue;
      const node = argumentAt(call, 2);
      const auth = node && settingAt({ file, node }, 'auth');
      const isPersisted = auth && settingAt({ file, node }, 'auth', 'persistSession');
      const answer = isPersisted?.value.node;
      if (!auth || (answer?.type === 'Literal' && answer.value === false)) continue;
      const given = settingAt({ file, node }, 'auth', 'storage');
      const storage = given && readableAmong(given.value, storageObject);
      if (storage) yield { ...storage, node: given.node };
      // On a server there is no localStorage, and it keeps nothing.
      else if (
        !given &&
        answer?.type === 'Literal' &&
        answer.value === true &&
        shapeOf(auth.value)?.open === false &&
        runtimeAt(file, call) === 'browser'
      )
        yield { ...LOCAL_STORAGE, node: isPersisted!.node };
    }
  },
};
