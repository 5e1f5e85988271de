import { splitWords } from '../credentials/words.ts';
import type { Place } from '../flow/resolve.ts';
import { resolveValue } from '../flow/resolve.ts';
import { usesOf } from '../syntax/functions.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { memberName, propertyName } from '../syntax/nodes.ts';
import { onceFor } from '../syntax/source-file.ts';

const OF_A_PERSON = /^(?:e?mail|user|users?name|login|account|member|roles?|refresh)$/;

/** `{ email, token }`: one of somebody's accounts. */
export function isAccount(place: Place): boolean {
  const { node } = resolveValue(place);
  return (
    node.type === 'ObjectExpression' &&
    node.properties.some((one) => one.type === 'Property' && (isOfPerson(propertyName(one)) || isOfPerson(ownerOf(one.value))))
  );
}

function isOfPerson(name: string | undefined): boolean {
  return splitWords(name ?? '').some((word) => OF_A_PERSON.test(word));
}

/** `user` of `user.name`. */
function ownerOf(value: Node): string | undefined {
  return value.type === 'MemberExpression' && value.object.type === 'Identifier' ? value.object.name : undefined;
}

/** What the code puts into a collection: `accounts.push({ email, token })`, `accounts[user.id] = { … }`. */
export function addedTo(collection: Place): Place[] {
  return addedIn(usesOf(collection)).map((node) => ({ file: collection.file, node }));
}

/** The same by the uses of a variable: found once, wherever the variable is read. */
const addedIn = onceFor((uses: readonly Node[]): readonly Node[] =>
  uses.flatMap((use) => {
    const { parent } = use;
    return parent?.type === 'MemberExpression' && parent.object === use ? addedBy(parent) : [];
  }),
);

/** What is put in by a member of the collection: an element by a computed key, the arguments of `push`. */
function addedBy(member: TSESTree.MemberExpression): Node[] {
  const { parent } = member;
  if (parent.type === 'AssignmentExpression')
    return parent.left === member && member.computed && memberName(member) === undefined ? [parent.right] : [];
  if (parent.type !== 'CallExpression' || parent.callee !== member || !/^(?:push|unshift)$/.test(memberName(member) ?? '')) return [];
  return parent.arguments.filter((one) => one.type !== 'SpreadElement');
}
