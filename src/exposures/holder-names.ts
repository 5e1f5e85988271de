import { readName } from '../credentials/names.ts';
import { splitWords } from '../credentials/words.ts';
import { hint, mentions } from '../syntax/hints.ts';
import type { TSESTree } from '../syntax/nodes.ts';
import { bare, contains, dressed, memberName } from '../syntax/nodes.ts';
import { runtimeOf } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf } from '../syntax/source-file.ts';
import { accessesOf } from './storage-accesses.ts';

/** Words that say which copy of the user it is, and not that it is another thing. */
const COPIES: ReadonlySet<string> = new Set(['current', 'logged', 'in', 'stored', 'saved', 'my', 'local']);

/** A holder's name without what says which copy it is: `user` of `currentUser`. */
export function holderName(name: string): string {
  return splitWords(name)
    .filter((word) => !COPIES.has(word))
    .join(' ');
}

/**
 * The names of objects from which a page takes a credential: `user` where it says `user.token` or `state.userInfo.token`.
 * Under such a name another file of the project may keep the whole object.
 */
export function* holderNamesOf(file: SourceFile): Generator<string> {
  if (runtimeOf(file) === 'server' || runtimeOf(file) === 'native') return;
  for (const member of nodesOf(file, 'MemberExpression')) {
    const taken = readName(memberName(member) ?? '', file.settings.names).verdict;
    if ((taken !== 'credential' && taken !== 'likely') || isWritten(member) || isStored(file, member)) continue;
    const object = bare(member.object);
    const name = object.type === 'Identifier' ? object.name : object.type === 'MemberExpression' ? memberName(object) : undefined;
    if (name !== undefined && readName(name, file.settings.names).verdict === 'holder' && holderName(name) !== '') yield holderName(name);
  }
}

const STORAGE = hint(/storage|cookie/i);

/** `localStorage.setItem('token', data.token)`: the token goes to a place of its own, and what it came in is an answer. */
function isStored(file: SourceFile, member: TSESTree.MemberExpression): boolean {
  return mentions(file, STORAGE) && accessesOf(file).some(({ operation, node }) => operation === 'write' && contains(node, member));
}

function isWritten(member: TSESTree.MemberExpression): boolean {
  const { parent } = dressed(member);
  return (
    (parent?.type === 'AssignmentExpression' && bare(parent.left) === member) ||
    (parent?.type === 'UnaryExpression' && parent.operator === 'delete')
  );
}
