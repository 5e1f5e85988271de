import { splitWords } from '../credentials/words.ts';
import type { Place } from '../flow/resolve.ts';
import { resolveValue } from '../flow/resolve.ts';
import { usesOf } from '../syntax/functions.ts';
import type { Node } from '../syntax/nodes.ts';
import { memberName, propertyName } from '../syntax/nodes.ts';

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
  const { file } = collection;
  return usesOf(collection).flatMap((use) => {
    const member = use.parent?.type === 'MemberExpression' && use.parent.object === use ? use.parent : undefined;
    const parent = member?.parent;
    if (member?.computed && memberName(member) === undefined && parent?.type === 'AssignmentExpression' && parent.left === member)
      return [{ file, node: parent.right }];
    if (parent?.type !== 'CallExpression' || parent.callee !== member || !/^(?:push|unshift)$/.test(memberName(member) ?? '')) return [];
    return parent.arguments.flatMap((node) => (node.type === 'SpreadElement' ? [] : [{ file, node }]));
  });
}
