import type { StorageAccess, StorageKey } from '../apis/storage/index.ts';
import { helperAccess, looksLikeHelper, mayCallHelpers, memberOfStorageCall } from '../apis/storage/unresolved-helpers.ts';
import type { Place } from '../flow/resolve.ts';
import { argumentAt, parameterOf } from '../syntax/functions.ts';
import type { CallOf, LocatedCall } from '../flow/calls.ts';
import { calledFunction } from '../flow/calls.ts';
import { delegatedCallsOf, delegatedFunction } from '../flow/delegated-calls.ts';
import { hint, mentions } from '../syntax/hints.ts';
import type { FunctionNode, Node } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, perFile } from '../syntax/source-file.ts';
import type { KeyParameter } from './storage-keys.ts';
import { isCredentialKey, judgeKey, keyParameter } from './storage-keys.ts';
import { mergeParts, textParts } from '../flow/static-text.ts';
import { directAccessesOf } from './token-sources.ts';

/** A function that touches a storage under a key that it takes from its caller: `const save = (key, value) => …`. */
interface Wrapper {
  readonly access: StorageAccess;
  readonly key: KeyParameter;
  readonly value?: number;
}

type Wrappers = ReadonlyMap<FunctionNode, Wrapper[]>;

/**
 * A storey of the answer: what the storey below knows, and the calls into what other files hold on that storey. Built in
 * storeys, because modules import each other: a question that comes back to itself would find half an answer.
 */
function storey(
  below: (file: SourceFile) => readonly StorageAccess[],
  elsewhere: (file: SourceFile) => Wrappers | undefined,
): (file: SourceFile) => readonly StorageAccess[] {
  return perFile((file) => {
    // Without links to other files the ground floor is the whole house.
    if (below !== ground && !file.links) return below(file);
    const all = [...below(file)];
    const seen = new Set<Node>(all.map((access) => access.node));
    // A wrapper of a wrapper is found in the second round.
    for (let round = 0; round < 2; round++) {
      const found = callAccesses(file, wrappersAmong(file, all), elsewhere).filter((access) => !seen.has(access.node));
      if (found.length === 0) break;
      for (const access of found) seen.add(access.node);
      all.push(...found);
    }
    return all;
  });
}

const STORAGE_CALL = hint(/storage\(/i);

const ground = perFile((file): readonly StorageAccess[] => {
  const direct = directAccessesOf(file);
  if (!mentions(file, STORAGE_CALL)) return direct;
  const seen = new Set<Node>(direct.map((access) => access.node));
  return [
    ...direct,
    ...nodesOf(file, 'MemberExpression')
      .flatMap((member) => memberOfStorageCall(file, member) ?? [])
      .filter((access) => !seen.has(access.node)),
  ];
});
const first = storey(ground, () => undefined);
const firstWrappers = perFile((file) => wrappersAmong(file, first(file)));
const second = storey(first, firstWrappers);
const secondWrappers = perFile((file) => wrappersAmong(file, second(file)));

/**
 * Every place where a file touches a storage: directly, and by calling a function whose key comes from the caller, here
 * or (in a project) in another file. A function that is about one key only is judged where it is written; its calls say
 * nothing new.
 */
export const accessesOf = storey(second, secondWrappers);

function wrappersAmong(file: SourceFile, accesses: readonly StorageAccess[]): Wrappers {
  const wrappers = new Map<FunctionNode, Wrapper[]>();
  for (const access of accesses) {
    const key = keyParameter(file, access);
    if (!key) continue;
    const value = access.value && valueParameter(file, access.value.node, key.fn);
    const list = wrappers.get(key.fn) ?? [];
    wrappers.set(key.fn, [...list, { access, key, ...(value !== undefined && { value }) }]);
  }
  return wrappers;
}

/** The parameter that is stored: itself, or within `JSON.stringify(value)`, `value || fallback`. */
function valueParameter(file: SourceFile, node: Node, fn: FunctionNode): number | undefined {
  const own = parameterOf(file, node);
  if (own) return own.fn === fn ? own.index : undefined;
  if (node.type === 'CallExpression' || node.type === 'LogicalExpression' || node.type === 'TSAsExpression') {
    const inner = node.type === 'CallExpression' ? argumentAt(node, 0) : node.type === 'LogicalExpression' ? node.left : node.expression;
    return inner && valueParameter(file, inner, fn);
  }
  return undefined;
}

/** The accesses that a file makes by calling wrappers: its own, those of other files, and those that only their names betray. */
function callAccesses(file: SourceFile, own: Wrappers, elsewhere: (file: SourceFile) => Wrappers | undefined): StorageAccess[] {
  // Without wrappers only a name can betray a call, and following every call of a file is dear.
  const isNameEnough = own.size === 0 && !file.links;
  if (isNameEnough && !mayCallHelpers(file)) return [];
  const wrapperOf = (called: LocatedCall<FunctionNode>): Wrapper | undefined => {
    const wrappers = (called.file === file ? own : elsewhere(called.file))?.get(called.node) ?? [];
    // A hook that reads and writes one key is one place: what it writes counts more.
    return wrappers.find(({ access }) => access.operation === 'write') ?? wrappers[0];
  };
  const accessOf = (
    call: CallOf,
    callee: Node | undefined,
    called: () => LocatedCall<FunctionNode> | undefined,
  ): StorageAccess | undefined => {
    const fn = isNameEnough ? undefined : called();
    if (!fn) return callee && looksLikeHelper(callee) ? helperAccess(file, call, callee) : undefined;
    const wrapper = wrapperOf(fn);
    return wrapper && throughWrapper(file, call, wrapper);
  };
  const direct = nodesOf(file, 'CallExpression').map((node) =>
    accessOf({ node, arguments: node.arguments }, node.callee, () => calledFunction(file, node)),
  );
  const delegated = delegatedCallsOf(file).map((call) => accessOf(call, call.callee.fn, () => delegatedFunction(file, call)));
  return [...direct, ...delegated].filter((access) => access !== undefined);
}

function throughWrapper(file: SourceFile, call: CallOf, wrapper: Wrapper): StorageAccess | undefined {
  const given = argumentAt(call, wrapper.key.index);
  if (!given) return undefined;
  const key = keyAt(file, given, wrapper);
  if (!key) return undefined;
  const { api, operation, storage } = wrapper.access;
  const value = wrapper.value === undefined ? fixedValue(wrapper.access) : argumentAt(call, wrapper.value);
  return { api, operation, storage, node: call.node, key, ...(value && { value: 'file' in value ? value : { file, node: value } }) };
}

/** What a wrapper always writes, where that can be seen: `(name) => setCookie(name, '', -1)` removes. */
function fixedValue({ value }: StorageAccess): Place | undefined {
  return value && (value.node.type === 'Literal' || (value.node.type === 'Identifier' && value.node.name === 'undefined'))
    ? value
    : undefined;
}

/**
 * The key that a call gives its wrapper. One that is put together (`PREFIX + key`) is judged here only where the caller's
 * part makes it a credential's: else the inside of the wrapper tells.
 */
function keyAt(file: SourceFile, given: Node, { access, key }: Wrapper): StorageKey | undefined {
  if (!key.parts) return { node: given };
  const parts = key.parts.flatMap((part) => (part === key.hole ? textParts(file, given) : [part]));
  const composed: StorageKey = { node: given, parts: mergeParts(parts) };
  const { medium } = access.api;
  return isCredentialKey(judgeKey(file, composed, medium).reading) &&
    !isCredentialKey(judgeKey(file, { node: key.hole.node, parts: key.parts }, medium).reading)
    ? composed
    : undefined;
}

const byNode = perFile(
  (file): ReadonlyMap<Node, StorageAccess> =>
    new Map(
      accessesOf(file)
        .filter(({ operation }) => operation === 'read' || operation === 'keep')
        .map((access) => [access.node, access]),
    ),
);

/** The read from a storage that a node is, if it is one. */
export function readAt(file: SourceFile, node: Node): StorageAccess | undefined {
  return byNode(file).get(node);
}
