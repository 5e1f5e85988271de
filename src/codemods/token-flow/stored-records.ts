import { readAt } from '../../exposures/storage-accesses.ts';
import { sourcesOf } from '../../flow/back.ts';
import type { Location } from '../../flow/location.ts';
import { locationOf } from '../../flow/location.ts';
import { originOf } from '../../flow/origin.ts';
import { argumentAt } from '../../syntax/functions.ts';
import type { TSESTree } from '../../syntax/nodes.ts';
import { isAssignmentTarget, memberName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';

/** How many places a stored object is looked for in. */
const MOST_PLACES = 300;

/**
 * Where a page takes a token out of an object that a storage gave, here or in a file from which it comes: `user.token`.
 *
 * @param names What answers call the token.
 */
export function takingsOfRecords(file: SourceFile, names: readonly string[]): TSESTree.MemberExpression[] {
  if (!names.some((name) => file.text.includes(name))) return [];
  return nodesOf(file, 'MemberExpression').filter((member) => {
    const name = memberName(member);
    return name !== undefined && names.includes(name) && !isAssignmentTarget(member) && isStored(file, member);
  });
}

function isStored(file: SourceFile, { object }: TSESTree.MemberExpression): boolean {
  const found = new Set([locationOf(file, object)]);
  for (const at of found) {
    if (readAt(at.file, at.node)) return true;
    if (found.size >= MOST_PLACES) return false;
    for (const next of [...sourcesOf(at), ...parsedAt(at)]) found.add(next);
  }
  return false;
}

/** The text that an object is made of: `JSON.parse(text)`. */
function parsedAt({ file, node }: Location): Location[] {
  const text = node.type === 'CallExpression' && originOf(file, node.callee) === 'JSON.parse' ? argumentAt(node, 0) : undefined;
  return text ? [locationOf(file, text)] : [];
}
