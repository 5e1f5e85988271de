import { readsOf, variableOf } from '../../syntax/bindings.ts';
import type { CallOf } from '../../flow/calls.ts';
import type { Place } from '../../flow/resolve.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { argumentAt, returnsOf } from '../../syntax/functions.ts';
import type { CallNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { contains, dressed, isFunction, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { StorageAccess, StorageApi, StorageKey, StorageOperation } from './storage-access.ts';

interface Entry {
  readonly node: Node;
  readonly key?: StorageKey;
  readonly value?: Place;
}

/** What one call of a storage's function does: one access, or one for each key that it is given. */
export function* accessesOfCall(
  file: SourceFile,
  api: StorageApi,
  call: CallOf,
  operation: StorageOperation,
  storage: string,
): Generator<StorageAccess> {
  const kind =
    operation.alone && call.arguments.length === 1 && !holdsMany({ file, node: call.arguments[0]! })
      ? operation.alone
      : operation.operation;
  const takesValue = kind === 'write' || kind === 'keep';
  const object = call.object ?? (call.node.callee.type === 'MemberExpression' ? call.node.callee.object : undefined);
  for (const { node, key, value } of entriesOf(file, call, operation)) {
    yield {
      api,
      operation: kind,
      storage,
      node,
      ...(object && { object: { file, node: object } }),
      ...(key && { key }),
      ...(value && takesValue && { value }),
      ...(kind === 'keep' && { later: givenLater(file, call.node) }),
    };
  }
}

function entriesOf(file: SourceFile, call: CallOf, operation: StorageOperation): Entry[] {
  const { node } = call;
  const key = operation.key === undefined ? undefined : argumentAt(call, operation.key);
  if (key && operation.many && holdsMany({ file, node: key })) return entriesIn(node, resolveValue({ file, node: key }));
  if (key?.type === 'ObjectExpression') return [{ node, ...namedIn(file, key) }];
  const value = operation.value === undefined ? undefined : argumentAt(call, operation.value);
  const own: StorageKey | undefined = key ? { node: key } : decorated(node);
  return [{ node, ...(own && { key: own }), ...(value && { value: { file, node: value } }) }];
}

/**
 * One object that holds both: `cookieStore.set({ name, value })`, `Preferences.set({ key, value })`, `useLocalStorage({
 * key, defaultValue })`, `uni.setStorage({ key, data })`.
 */
function namedIn(file: SourceFile, object: TSESTree.ObjectExpression): { key?: StorageKey; value?: Place } {
  const named = (...names: string[]): Node | undefined => {
    const found = object.properties.find((property) => property.type === 'Property' && names.includes(propertyName(property) ?? ''));
    return found?.type === 'Property' ? found.value : undefined;
  };
  const [key, value] = [named('name', 'key'), named('value', 'defaultValue', 'data')];
  return { ...(key && { key: { node: key } }), ...(value && { value: { file, node: value } }) };
}

/** `@LocalStorage() token` keeps under the field's name. */
function decorated({ parent }: CallNode): StorageKey | undefined {
  const field = parent.type === 'Decorator' && parent.parent.type === 'PropertyDefinition' ? parent.parent : undefined;
  const name = field && propertyName(field);
  return name === undefined ? undefined : { text: name, node: field!.key };
}

function holdsMany(place: Place): boolean {
  const { node } = resolveValue(place);
  return node.type === 'ObjectExpression' || node.type === 'ArrayExpression';
}

/**
 * `{ token, user }`, `['token', 'user']`, `[['token', value]]`: reported where each is written, or at the call that
 * gets them from elsewhere.
 */
function entriesIn(call: CallNode, { file, node }: Place): Entry[] {
  const at = (written: Node): Node => (contains(call, written) ? written : call);
  if (node.type === 'ObjectExpression') {
    return node.properties.flatMap((property): Entry[] => {
      if (property.type !== 'Property') return [];
      const name = propertyName(property);
      return [
        {
          node: at(property),
          key: name === undefined ? { node: property.key } : { text: name, node: property.key },
          value: { file, node: property.value },
        },
      ];
    });
  }
  if (node.type !== 'ArrayExpression') return [];
  return node.elements.flatMap((element): Entry[] => {
    if (!element || element.type === 'SpreadElement') return [];
    if (element.type !== 'ArrayExpression') return [{ node: at(element), key: { node: element } }];
    const [key, value] = element.elements;
    return key && key.type !== 'SpreadElement'
      ? [{ node: at(element), key: { node: key }, ...(value && value.type !== 'SpreadElement' && { value: { file, node: value } }) }]
      : [];
  });
}

/**
 * What the code gives to a state that a hook keeps: the arguments of its setter (`const [token, setToken] = …`), and what
 * is assigned to a ref (`token.value = …`).
 */
export function givenLater(file: SourceFile, call: CallNode): Place[] {
  const { parent } = dressed(call);
  if (parent?.type !== 'VariableDeclarator') return [];
  const setter = parent.id.type === 'ArrayPattern' ? parent.id.elements[1] : undefined;
  if (setter?.type === 'Identifier') return usesOf(file, setter).flatMap((use) => givenToSetter(file, use));
  return parent.id.type === 'Identifier' ? usesOf(file, parent.id).flatMap((use) => assignedTo(file, use)) : [];
}

function usesOf(file: SourceFile, name: Node): readonly Node[] {
  const variable = variableOf(file, name);
  return variable ? readsOf(variable) : [];
}

function givenToSetter(file: SourceFile, use: Node): Place[] {
  const call = use.parent?.type === 'CallExpression' && use.parent.callee === use ? use.parent : undefined;
  const given = call && argumentAt(call, 0);
  if (!given) return [];
  return isFunction(given) ? returnsOf(given).map((node) => ({ file, node })) : [{ file, node: given }];
}

function assignedTo(file: SourceFile, use: Node): Place[] {
  const member =
    use.parent?.type === 'MemberExpression' && use.parent.object === use && memberName(use.parent) === 'value' ? use.parent : undefined;
  const assignment = member?.parent.type === 'AssignmentExpression' && member.parent.left === member ? member.parent : undefined;
  return assignment ? [{ file, node: assignment.right }] : [];
}
