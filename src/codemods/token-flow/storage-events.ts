import { isCredentialKey } from '../../exposures/storage-keys.ts';
import { storageExposures } from '../../exposures/storage.ts';
import { functionBehind } from '../../flow/calls.ts';
import { staticText } from '../../flow/static-text.ts';
import { argumentAt, calleeName } from '../../syntax/functions.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, contains, dressed, memberName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, nodesWithin } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';

/**
 * What waits for another tab to store or remove the token waits for ever. The session's hint is stored where the token was, and
 * taken away where that was: its key is asked for instead, where nothing but that is asked.
 */
export function followOtherTabs(contexts: readonly CodemodContext[]): void {
  const keys = new Set(contexts.flatMap(({ file }) => tokenKeys(file)));
  if (keys.size === 0) return;
  for (const context of contexts) {
    const { file, changes, facts, todo } = context;
    const listeners = /storage/.test(file.text) ? listenersIn(file) : [];
    if (listeners.length === 0) continue;
    for (const node of nodesOf(file, 'BinaryExpression')) {
      const asked = [node.left, node.right].find((one) => isKeyOfEvent(one));
      const other = asked === node.left ? node.right : node.left;
      const listener = asked && listeners.find((one) => contains(one, node));
      if (!listener || !keys.has(staticText(file, other) ?? '') || changes.isGone(node)) continue;
      if (asksOnlyWhether(context, scopeOf(node, listener))) {
        changes.replace(other, 'SESSION_KEY');
        changes.addImport({ source: importPath(file.path, facts.client.session), imported: 'SESSION_KEY', local: 'SESSION_KEY' });
      } else todo(node, 'storage-event', 'other tabs do not store the token any more. Have onSessionChange(listener) call this instead.');
    }
  }
}

/** What is done where the key is the token's: behind `if (event.key === KEY)` that, else all that the listener does. */
function scopeOf(comparison: TSESTree.BinaryExpression, listener: Node): Node {
  if (!comparison.operator.startsWith('=')) return listener;
  let at: TSESTree.BinaryExpression | TSESTree.LogicalExpression = comparison;
  while (at.parent.type === 'LogicalExpression' && at.parent.operator === '&&') at = at.parent;
  const { parent } = at;
  if (parent.type === 'ExpressionStatement' || parent.type === 'ArrowFunctionExpression') return at;
  return parent.type === 'IfStatement' && parent.test === at && !parent.alternate ? parent : listener;
}

/** Whether code asks of what is stored only whether there is something: it was the token, and is when the session ends. */
function asksOnlyWhether({ file, changes }: CodemodContext, scope: Node): boolean {
  return nodesWithin(file, 'MemberExpression', scope).every((member) => {
    if (!/^(?:newValue|oldValue|storageArea)$/.test(memberName(member) ?? '') || changes.isGone(member)) return true;
    const at = dressed(member);
    const { parent } = at;
    switch (parent?.type) {
      case 'UnaryExpression':
        return parent.operator === '!';
      case 'IfStatement':
        return true;
      case 'ConditionalExpression':
        return parent.test === at;
      case 'LogicalExpression':
        return parent.left === at ? parent.operator === '&&' : dressed(parent).parent?.type === 'IfStatement';
      case 'BinaryExpression':
        return /^[!=]==?$/.test(parent.operator) && [parent.left, parent.right].some((one) => one.type === 'Literal' && one.value === null);
      default:
        return false;
    }
  });
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
