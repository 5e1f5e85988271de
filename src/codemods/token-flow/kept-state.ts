import type { PersistedExposure } from '../../exposures/index.ts';
import { persistedExposures } from '../../exposures/persisted-state.ts';
import { accessesOf } from '../../exposures/storage-accesses.ts';
import { isCredentialKey, judgeKey } from '../../exposures/storage-keys.ts';
import { storageExposures } from '../../exposures/storage.ts';
import type { Node } from '../../syntax/nodes.ts';
import { enclosingStatement } from '../../syntax/nodes.ts';
import type { Changes } from '../../edits/changes.ts';
import type { CodemodContext } from '../define-codemod.ts';

/**
 * State that a library writes to a storage by itself: a hook's, a store's. What its other parts are for only its authors
 * know, so a person takes the token out.
 *
 * @param flags Parts of states that held the token and say by now whether somebody is signed in.
 */
export function leaveKeptState(context: CodemodContext, flags: ReadonlySet<string>): void {
  leaveStorages(context);
  leavePersisted(context, flags);
}

function leaveStorages({ file, changes, todo }: CodemodContext): void {
  for (const { kind, node, access } of storageExposures(file)) {
    if ((kind === 'storage-keep' || kind === 'cookie-keep') && !isAway(changes, node))
      todo(node, 'state-kept-by-library', `${access.later ? 'this state' : 'this'} keeps the token in ${access.storage}. ${ADVICE}`);
  }
  // What is made for a token, and used here: its uses are gone.
  for (const { key, node, api, storage, isUsed } of accessesOf(file)) {
    if (isUsed && key && isCredentialKey(judgeKey(file, key, api.medium).reading) && !isAway(changes, node))
      todo(node, 'state-kept-by-library', `this keeps the token in ${storage}. ${ADVICE}`);
  }
}

function isAway(changes: Changes, node: Node): boolean {
  return changes.isGone(node) || changes.replaced.has(node);
}

/** A statement has one marker, however many parts of it are kept. */
function leavePersisted({ file, changes, todo }: CodemodContext, flags: ReadonlySet<string>): void {
  const byStatement = new Map<Node, PersistedExposure[]>();
  for (const exposure of persistedExposures(file)) {
    if (exposure.kind !== 'persisted-state' || changes.isGone(exposure.node) || flags.has(exposure.name.split('.').at(-1)!)) continue;
    const statement = enclosingStatement(exposure.node);
    byStatement.set(statement, [...(byStatement.get(statement) ?? []), exposure]);
  }
  for (const parts of byStatement.values()) {
    const { node, library } = parts[0]!;
    todo(
      node,
      'state-kept-by-library',
      `${library} keeps ${parts.map(({ name }) => `\`${name}\``).join(', ')} of this state in the browser. ${ADVICE}`,
    );
  }
}

const ADVICE = 'Take the token out, clear what is kept already, and ask hasSession() where the token was asked for.';
