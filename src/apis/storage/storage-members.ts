import { argumentAt } from '../../syntax/functions.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, dressed, memberName, propertyName } from '../../syntax/nodes.ts';
import { callsAmong } from '../../flow/known-calls.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import type { StorageAccess, StorageApi, StorageKey } from './storage-access.ts';

/** The storage that an expression is, by its name for people. */
type StorageOf = (node: Node) => string | undefined;

/** `storage.token`, `storage['token']`, `storage[KEY]`, `delete storage.token` and `const { token } = storage`. */
export function* memberAccesses(
  file: SourceFile,
  api: StorageApi,
  storageOf: StorageOf,
  notKeys: ReadonlySet<string>,
): Generator<StorageAccess> {
  for (const member of nodesOf(file, 'MemberExpression')) {
    const name = memberName(member);
    if (name !== undefined && notKeys.has(name)) continue;
    // What a member is for is seen at once; what it is a member of has to be followed.
    const at = memberOperation(member);
    const storage = at && storageOf(member.object);
    if (!at || storage === undefined) continue;
    const key: StorageKey = name === undefined ? { node: member.property } : { text: name, node: member.property };
    yield { api, storage, key, operation: at.operation, node: at.node, ...(at.value && { value: { file, node: at.value } }) };
  }
  yield* destructuredAccesses(file, api, storageOf, notKeys);
  yield* assignedAccesses(file, api, storageOf);
  yield* reflectedAccesses(file, api, storageOf);
}

/** `const { token } = localStorage`. */
function* destructuredAccesses(
  file: SourceFile,
  api: StorageApi,
  storageOf: StorageOf,
  notKeys: ReadonlySet<string>,
): Generator<StorageAccess> {
  for (const { id, init } of nodesOf(file, 'VariableDeclarator')) {
    const storage = id.type === 'ObjectPattern' && init ? storageOf(init) : undefined;
    if (id.type !== 'ObjectPattern' || storage === undefined) continue;
    for (const property of id.properties) {
      const name = property.type === 'Property' ? propertyName(property) : undefined;
      if (name !== undefined && !notKeys.has(name))
        yield { api, operation: 'read', storage, node: property, key: { text: name, node: property } };
    }
  }
}

/** `Object.assign(localStorage, { token, theme })`: each property is written under its name. */
function* assignedAccesses(file: SourceFile, api: StorageApi, storageOf: StorageOf): Generator<StorageAccess> {
  if (!/\bassign\b/.test(file.text)) return;
  for (const { node: call, origin } of callsAmong(file, ['assign'])) {
    if (origin !== 'Object.assign') continue;
    const target = argumentAt(call, 0);
    const storage = target && storageOf(target);
    if (storage === undefined) continue;
    for (const source of call.arguments.slice(1)) {
      if (source.type !== 'ObjectExpression') continue;
      for (const property of source.properties) {
        if (property.type !== 'Property') continue;
        const name = propertyName(property);
        const key: StorageKey = name === undefined ? { node: property.key } : { text: name, node: property.key };
        yield { api, storage, key, operation: 'write', node: property, value: { file, node: property.value } };
      }
    }
  }
}

const REFLECTED: Readonly<Record<string, StorageAccess['operation']>> = {
  'Reflect.get': 'read',
  'Reflect.has': 'read',
  'Reflect.set': 'write',
  'Reflect.deleteProperty': 'remove',
};

const REFLECTING = Object.keys(REFLECTED).map((name) => name.replace('Reflect.', ''));

/** `Reflect.deleteProperty(localStorage, 'token')`: https://tc39.es/ecma262/#sec-reflect-object */
function* reflectedAccesses(file: SourceFile, api: StorageApi, storageOf: StorageOf): Generator<StorageAccess> {
  if (!/\bReflect\b/.test(file.text)) return;
  for (const { node: call, origin } of callsAmong(file, REFLECTING)) {
    const operation = REFLECTED[origin];
    const [target, key, value] = [argumentAt(call, 0), argumentAt(call, 1), argumentAt(call, 2)];
    const storage = operation && target && key && storageOf(target);
    if (operation === undefined || storage === undefined || !key) continue;
    yield {
      api,
      storage,
      key: { node: key },
      operation,
      node: call,
      ...(operation === 'write' && value && { value: { file, node: value } }),
    };
  }
}

function memberOperation(
  member: TSESTree.MemberExpression,
): { operation: StorageAccess['operation']; node: Node; value?: Node } | undefined {
  const outer = dressed(member);
  const { parent } = outer;
  if (parent?.type === 'AssignmentExpression' && bare(parent.left) === member)
    return { operation: 'write', node: parent, value: parent.right };
  if (parent?.type === 'UnaryExpression' && parent.operator === 'delete') return { operation: 'remove', node: parent };
  if (parent?.type === 'CallExpression' && bare(parent.callee) === member) return undefined;
  return { operation: 'read', node: member };
}
