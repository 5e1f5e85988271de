import type { Place } from '../../../flow/resolve.ts';
import { argumentAt, calleeName, callsOf } from '../../../syntax/functions.ts';
import type { CallNode } from '../../../syntax/nodes.ts';
import { originOf } from '../../../flow/origin.ts';
import type { SourceFile } from '../../../syntax/source-file.ts';
import { staticText } from '../../../flow/static-text.ts';
import type { AuthSdk, ReadableStorage } from './auth-sdk.ts';
import type { Setting } from './settings.ts';
import { LOCAL_STORAGE, readableAmong, SESSION_STORAGE, settingAt } from './settings.ts';

const INDEXED_DB: ReadableStorage = { medium: 'browser-storage', storage: 'IndexedDB' };

const PERSISTENCES: Readonly<Record<string, ReadableStorage>> = {
  browserLocalPersistence: LOCAL_STORAGE,
  browserSessionPersistence: SESSION_STORAGE,
  indexedDBLocalPersistence: INDEXED_DB,
  // Version 8, and `compat` since: Auth.Persistence.LOCAL, of which 'local' is the value.
  LOCAL: INDEXED_DB,
  local: INDEXED_DB,
  SESSION: SESSION_STORAGE,
  session: SESSION_STORAGE,
};

const MODULAR = /^(?:@?firebase|@angular\/fire)\/auth#(\w+)$/;
const NAMESPACED = /^firebase(?:\/(?:compat\/)?app)?[#.]auth\.Auth\.Persistence\.(\w+)$/;

/**
 * https://firebase.google.com/docs/auth/web/auth-state-persistence,
 * https://firebase.google.com/docs/auth/admin/manage-cookies for the other way
 */
export const firebase: AuthSdk = {
  id: 'firebase',
  name: 'Firebase',
  instead:
    'Choose `inMemoryPersistence` (`Persistence.NONE`), and exchange the ID token for a session cookie with ' +
    '`createSessionCookie` on the server',
  hint: /Persistence/,
  *storages(file) {
    for (const call of callsOf(file)) {
      const chosen = chosenBy(file, call);
      const storage = chosen && readableAmong(chosen.value, persistenceOf);
      if (storage) yield { ...storage, node: chosen.node };
    }
  },
};

/** What a call chooses: `setPersistence(auth, …)`, `auth.setPersistence(…)`, `initializeAuth(app, { persistence: … })`. */
function chosenBy(file: SourceFile, call: CallNode): Setting | undefined {
  const given = (index: number): Setting | undefined => {
    const node = argumentAt(call, index);
    return node && { node, value: { file, node } };
  };
  const origin = originOf(file, call.callee);
  const name = MODULAR.exec(origin ?? '')?.[1];
  if (name === 'setPersistence') return given(1);
  if (name === 'initializeAuth') return settingAt(given(1)?.value, 'persistence');
  if (call.callee.type !== 'MemberExpression' || calleeName(call) !== 'setPersistence') return undefined;
  const first = given(0);
  // A text says nothing by itself: auth().setPersistence('local').
  return first &&
    (staticText(file, first.node) === undefined || /^firebase(?:\/(?:compat\/)?app)?[#.]auth\(\)\.setPersistence$/.test(origin ?? ''))
    ? first
    : undefined;
}

function persistenceOf({ file, node }: Place): ReadableStorage | undefined {
  if (node.type === 'ArrayExpression') {
    // Tried in their order.
    const [first] = node.elements;
    return first && first.type !== 'SpreadElement' ? readableAmong({ file, node: first }, persistenceOf) : undefined;
  }
  const origin = originOf(file, node) ?? '';
  const name = (MODULAR.exec(origin) ?? NAMESPACED.exec(origin))?.[1] ?? staticText(file, node) ?? '';
  return Object.hasOwn(PERSISTENCES, name) ? PERSISTENCES[name] : undefined;
}
