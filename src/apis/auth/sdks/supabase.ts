import { argumentAt, callsOf } from '../../../syntax/functions.ts';
import { originOf } from '../../../flow/origin.ts';
import { shapeOf } from '../../../flow/objects.ts';
import { runtimeAt } from '../../../syntax/runtime.ts';
import type { Node } from '../../../syntax/nodes.ts';
import type { SourceFile } from '../../../syntax/source-file.ts';
import type { AuthSdk } from './auth-sdk.ts';
import type { Setting } from './settings.ts';
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
      const persistSession = auth && settingAt({ file, node }, 'auth', 'persistSession');
      if (!auth || isLiteral(persistSession, false)) continue;
      const given = settingAt({ file, node }, 'auth', 'storage');
      if (given) {
        const storage = readableAmong(given.value, storageObject);
        if (storage) yield { ...storage, node: given.node };
      } else if (persistSession && isLiteral(persistSession, true) && keepsByItself(file, call, auth))
        yield { ...LOCAL_STORAGE, node: persistSession.node };
    }
  },
};

function isLiteral(setting: Setting | undefined, value: boolean): boolean {
  return setting?.value.node.type === 'Literal' && setting.value.node.value === value;
}

/** Where no storage is given it is localStorage. On a server there is none, and it keeps nothing. */
function keepsByItself(file: SourceFile, call: Node, auth: Setting): boolean {
  return shapeOf(auth.value)?.open === false && runtimeAt(file, call) === 'browser';
}
