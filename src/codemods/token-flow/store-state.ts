import { destinationsOf, sourcesOf } from '../../flow/back.ts';
import type { Location } from '../../flow/location.ts';
import { isKept, locationOf, sharedLibrary } from '../../flow/location.ts';
import { isReplaceableHook } from '../../flow/state-hooks.ts';
import type { Node } from '../../syntax/nodes.ts';
import { enclosingFunction, isNothing } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';
import type { CallIndex, Located } from './calls.ts';
import type { Holders } from './holders.ts';
import { useOf } from './uses.ts';

/**
 * A store's state that headers took their token from is the token wherever it is selected: components that only test
 * whether there is one, `Boolean(useSelector((state) => state.token))`, test the session, and follow it as before.
 */
export function followSelected(
  contexts: ReadonlyMap<SourceFile, CodemodContext>,
  carried: readonly Located[],
  holders: Holders,
  index: CallIndex,
): void {
  const tokens = new Set(carried.flatMap(({ file, node }) => sharedBehind(file, node)));
  if (tokens.size === 0) return;
  let isFollowed = false;
  for (const { file, changes, facts } of contexts.values()) {
    for (const call of nodesOf(file, 'CallExpression')) {
      if (!isReplaceableHook(file, call) || changes.isGone(call)) continue;
      if (!sharedBehind(file, call).some((one) => tokens.has(one))) continue;
      if (useOf(file, call, holders, index, (one) => contexts.get(one)!.changes).kind !== 'truth') continue;
      changes.replace(call, 'useSession()');
      changes.addImport({ source: importPath(file.path, facts.client.session), imported: 'useSession', local: 'useSession' });
      isFollowed = true;
    }
  }
  const names = new Set([...tokens].map(({ path }) => path.at(-1)!));
  if (isFollowed)
    for (const context of contexts.values())
      for (const end of endsIn(context.file, names))
        context.todo(end, 'sign-out-in-state', 'this signed out. The session is a cookie now: call endSession() where this is dispatched.');
}

/** The parts of the app's one store that an expression takes, as far as it takes them whole. */
function sharedBehind(file: SourceFile, node: Node): Location[] {
  const found = new Set([locationOf(file, node)]);
  const parts: Location[] = [];
  for (const at of found) {
    if (sharedLibrary(at) !== undefined) {
      if (at.path.length > 1) parts.push(at);
    } else if (!isKept(at)) for (const next of sourcesOf(at)) found.add(next);
  }
  return parts;
}

/** Where functions take the token out of what a library keeps: `state.token = null`, `{ ...state, token: null }`. */
function endsIn(file: SourceFile, names: ReadonlySet<string>): Node[] {
  return [...nodesOf(file, 'Literal'), ...nodesOf(file, 'Identifier')].flatMap((node) => {
    const { parent } = node;
    const isPut =
      (parent.type === 'AssignmentExpression' && parent.right === node) ||
      (parent.type === 'Property' && parent.value === node && parent.parent.properties.some(({ type }) => type === 'SpreadElement'));
    return isPut && isNothing(node) && enclosingFunction(node) && isKeptUnder(file, node, names) ? [parent] : [];
  });
}

/** Whether a value goes into what a library keeps, under one of some names. */
function isKeptUnder(file: SourceFile, node: Node, names: ReadonlySet<string>): boolean {
  const found = new Set([locationOf(file, node)]);
  for (const at of found) {
    if (isKept(at) && names.has(at.path.at(-1)!)) return true;
    if (!isKept(at)) for (const next of destinationsOf(at)) found.add(next);
  }
  return false;
}
