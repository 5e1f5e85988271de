import { handedStorage, handsStorage } from '../apis/storage/handed-storage.ts';
import type { StorageAccess } from '../apis/storage/index.ts';
import { helperAccess, looksLikeHelper, mayCallHelpers, memberOfStorageCall } from '../apis/storage/unresolved-helpers.ts';
import { callsOf } from '../syntax/functions.ts';
import type { CallOf, LocatedCall } from '../flow/calls.ts';
import { calledFunction, constructorCalled } from '../flow/calls.ts';
import { delegatedCallsOf, delegatedFunction } from '../flow/delegated-calls.ts';
import { hint, mentions } from '../syntax/hints.ts';
import type { FunctionNode, Node } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, perFile } from '../syntax/source-file.ts';
import type { Wrappers } from './storage-wrappers.ts';
import { isCreation, throughWrappers, wrappersAmong } from './storage-wrappers.ts';
import { directAccessesOf } from './token-sources.ts';

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

/** The accesses that a file makes by calling wrappers: its own, those of other files, and those that only their names betray. */
function callAccesses(file: SourceFile, own: Wrappers, elsewhere: (file: SourceFile) => Wrappers | undefined): StorageAccess[] {
  // Without wrappers only a name can betray a call, and following every call of a file is dear.
  const isNameEnough = own.size === 0 && !file.links;
  if (isNameEnough && !mayCallHelpers(file)) return [];
  const accessOf = (
    call: CallOf,
    callee: Node | undefined,
    called: () => LocatedCall<FunctionNode> | undefined,
  ): StorageAccess | undefined => {
    const fn = isNameEnough ? undefined : called();
    if (!fn) return callee && betrayedByNames(file, call, callee);
    const wrappers = (fn.file === file ? own : elsewhere(fn.file))?.get(fn.node);
    return wrappers && throughWrappers(file, call, callee, fn.node, wrappers);
  };
  const direct = callsOf(file).map((node) =>
    accessOf({ node, arguments: node.arguments }, node.callee, () =>
      isCreation(node) ? constructorCalled(file, node) : calledFunction(file, node),
    ),
  );
  const delegated = delegatedCallsOf(file).map((call) => accessOf(call, call.fn, () => delegatedFunction(file, call)));
  return withUses([...direct, ...delegated].filter((access) => access !== undefined));
}

function betrayedByNames(file: SourceFile, call: CallOf, callee: Node): StorageAccess | undefined {
  const helper = call.node.type === 'CallExpression' && looksLikeHelper(callee) ? helperAccess(file, call, callee) : undefined;
  return helper ?? (handsStorage(file) ? handedStorage(file, call, callee) : undefined);
}

/** An object that is made and used in one file is judged where it is used: `new Vault('token')` says nothing beside `vault.set(t)`. */
function withUses(found: readonly StorageAccess[]): StorageAccess[] {
  const used = new Set(found.flatMap(({ operation, key }) => (operation === 'keep' || !key ? [] : [key.node])));
  return found.map((access) => (access.operation === 'keep' && used.has(access.key?.node) ? { ...access, isUsed: true } : access));
}

const byNode = perFile(
  (file): ReadonlyMap<Node, StorageAccess> =>
    new Map(
      accessesOf(file)
        // What is made for a token (`new Vault('token')`) is none; what a hook keeps is.
        .filter(({ operation, later }) => operation === 'read' || (operation === 'keep' && later !== undefined))
        .map((access) => [access.node, access]),
    ),
);

/** The read from a storage that a node is, if it is one. */
export function readAt(file: SourceFile, node: Node): StorageAccess | undefined {
  return byNode(file).get(node);
}
