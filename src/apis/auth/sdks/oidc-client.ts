import type { Place } from '../../../flow/resolve.ts';
import { argumentAt, parameterOf } from '../../../syntax/functions.ts';
import { mentions } from '../../../syntax/hints.ts';
import type { Node } from '../../../syntax/nodes.ts';
import { shapeOf } from '../../../flow/objects.ts';
import { originOf } from '../../../flow/origin.ts';
import type { SourceFile } from '../../../syntax/source-file.ts';
import type { AuthSdk, ReadableStorage } from './auth-sdk.ts';
import { LOCAL_STORAGE, readableAmong, settingAt, settingsNamed, storageObject } from './settings.ts';

/**
 * oidc-client-ts, its forerunner and react-oidc-context, which takes the same settings:
 * https://authts.github.io/oidc-client-ts/interfaces/UserManagerSettings.html#userStore. Its `stateStore` holds what a
 * sign-in needs until it is over, and no token.
 */
export const oidcClient: AuthSdk = {
  id: 'oidc-client',
  name: 'oidc-client-ts',
  instead: 'Use `new WebStorageStateStore({ store: new InMemoryWebStorage() })`',
  hint: /userStore/,
  *storages(file) {
    for (const { node, value } of settingsNamed(file, 'userStore')) {
      const storage = readableAmong(value, storageOf);
      if (storage) yield { ...storage, node };
    }
  },
};

function storageOf({ file, node }: Place): ReadableStorage | undefined {
  if (node.type !== 'NewExpression' || !isStateStore(file, node.callee)) return undefined;
  // https://authts.github.io/oidc-client-ts/classes/WebStorageStateStore.html: without a store it is localStorage.
  if (node.arguments.length === 0) return LOCAL_STORAGE;
  const options = argumentAt(node, 0);
  const shape = options && shapeOf({ file, node: options });
  const store = shape && settingAt({ file, node: options }, 'store');
  if (store) return readableAmong(store.value, storageObject);
  return shape && !shape.open ? LOCAL_STORAGE : undefined;
}

function isStateStore(file: SourceFile, callee: Node): boolean {
  const origin = originOf(file, callee);
  if (origin !== undefined) return /^(?:oidc-client(?:-ts)?#|Oidc\.)WebStorageStateStore$/.test(origin);
  // The library is loaded late and handed on: constructor(UserManager, WebStorageStateStore).
  return (
    callee.type === 'Identifier' &&
    callee.name === 'WebStorageStateStore' &&
    parameterOf(file, callee) !== undefined &&
    mentions(file, /oidc-client/)
  );
}
