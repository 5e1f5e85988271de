import { isCredentialKey } from '../../exposures/storage-keys.ts';
import { storageExposures } from '../../exposures/storage.ts';
import { functionBehind } from '../../flow/calls.ts';
import { staticText } from '../../flow/static-text.ts';
import { argumentAt, calleeName } from '../../syntax/functions.ts';
import type { Node } from '../../syntax/nodes.ts';
import { bare, contains, memberName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';

/** What waits for another tab to store or remove the token waits for ever: the session is told of by its own module. */
export function nameStorageListeners(contexts: readonly CodemodContext[]): void {
  const keys = new Set(contexts.flatMap(({ file }) => tokenKeys(file)));
  if (keys.size === 0) return;
  for (const context of contexts) {
    const { file, todo } = context;
    const listeners = /storage/.test(file.text) ? listenersIn(file) : [];
    if (listeners.length === 0) continue;
    for (const node of nodesOf(file, 'BinaryExpression')) {
      const asked = [node.left, node.right].find((one) => isKeyOfEvent(one));
      const other = asked === node.left ? node.right : node.left;
      if (asked && listeners.some((listener) => contains(listener, node)) && keys.has(staticText(file, other) ?? ''))
        todo(node, 'storage-event', 'other tabs do not store the token any more. Have onSessionChange(listener) call this instead.');
    }
  }
}

function tokenKeys(file: SourceFile): string[] {
  return storageExposures(file).flatMap(({ key }) => (key.text !== undefined && isCredentialKey(key.reading) ? [key.text] : []));
}

/**
 * The functions that are told of what other tabs store: `window.addEventListener('storage', …)`, `window.onstorage = …`. See
 * https://html.spec.whatwg.org/multipage/webstorage.html#the-storageevent-interface
 */
function listenersIn(file: SourceFile): readonly Node[] {
  const added = nodesOf(file, 'CallExpression').flatMap((call) => {
    const [name, listener] = [argumentAt(call, 0), argumentAt(call, 1)];
    return calleeName(call) === 'addEventListener' && name && listener && staticText(file, name) === 'storage' ? [listener] : [];
  });
  const set = nodesOf(file, 'AssignmentExpression').flatMap(({ left, right }) =>
    left.type === 'MemberExpression' && memberName(left) === 'onstorage' ? [right] : [],
  );
  return [...added, ...set].flatMap((node) => {
    const fn = functionBehind({ file, node });
    return fn?.file === file ? [fn.node] : [];
  });
}

/** `event.key` */
function isKeyOfEvent(node: Node): boolean {
  const inner = bare(node);
  return inner.type === 'MemberExpression' && memberName(inner) === 'key' && inner.object.type === 'Identifier';
}
