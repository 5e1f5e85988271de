import type { Variable } from '@typescript-eslint/scope-manager';
import { readName } from '../credentials/names.ts';
import { readsOf, variableOf } from '../syntax/bindings.ts';
import { thisHost } from '../flow/this-host.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { bare, dressed, enclosingFunction, isNothing, memberName, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, onceFor, perFile, textOf } from '../syntax/source-file.ts';
import type { Credential } from './credential.ts';
import { isCredential } from './credential.ts';
import { byName } from './named-evidence.ts';
import { first } from './first.ts';

/**
 * The credential that code takes out of the same value: `user.accessToken` or `const { token } = user` where `user` was
 * stored whole. For a member (`response.data`) the same text in the same function counts.
 */
export function takenOut(file: SourceFile, node: Node): Credential | undefined {
  const inner = bare(node);
  if (inner.type === 'Identifier') {
    const variable = variableOf(file, inner);
    return variable && !isEmptied(inner, variable) ? takenOutOf(file, variable) : undefined;
  }
  if (inner.type !== 'MemberExpression') return undefined;
  const alike = takenMembers(file).get(scopeOf(inner))?.get(plainText(file, inner)) ?? [];
  return firstKept(alike.map((one) => (one.member === inner ? undefined : one.taken)));
}

const ofVariables = perFile(() => new Map<Variable, Credential | undefined>());

/** The same wherever the variable is read. */
function takenOutOf(file: SourceFile, variable: Variable): Credential | undefined {
  const known = ofVariables(file);
  if (!known.has(variable)) known.set(variable, firstKept(readsOf(variable).map((use) => memberTaken(file, use))));
  return known.get(variable);
}

/** Members with longer texts are no names of values: chains of calls with functions in them. */
const LONGEST_MEMBER = 200;

/**
 * The members from which a credential is taken, by the scope in which they mean the same, and by their text. A file may have
 * thousands of members: most of them are no such thing, which is told by what stands around them.
 */
const takenMembers = perFile((file) => {
  const found = new Map<Node | undefined, Map<string, { readonly member: Node; readonly taken: Credential }[]>>();
  for (const member of nodesOf(file, 'MemberExpression')) {
    const name = memberName(member);
    if (name === undefined || member.range[1] - member.range[0] > LONGEST_MEMBER) continue;
    const taken = memberTaken(file, member);
    if (!taken) continue;
    const text = plainText(file, member);
    if (!text.endsWith(name)) continue;
    const scope = scopeOf(member);
    const ofScope = found.get(scope);
    if (!ofScope) found.set(scope, new Map([[text, [{ member, taken }]]]));
    else if (!ofScope.get(text)?.push({ member, taken })) ofScope.set(text, [{ member, taken }]);
  }
  return found;
});

function plainText(file: SourceFile, node: Node): string {
  return textOf(file, node).replaceAll('?.', '.');
}

/** How far the same text means the same thing: `this.user` throughout a class or component, `response.data` within a function. */
function scopeOf(member: TSESTree.MemberExpression): Node | undefined {
  return member.object.type === 'ThisExpression' ? thisHost(member.object) : enclosingFunction(member);
}

/** `user.token = null` before `user` is stored, in the same function: the token was dropped. */
function isEmptied(stored: TSESTree.Identifier, variable: Variable): boolean {
  return emptiedOf(variable).some(
    (member) => member.range[0] <= stored.range[0] && enclosingFunction(member) === enclosingFunction(stored),
  );
}

/** The members of a variable that are set to nothing and may have held a credential: found once, wherever the variable is read. */
const emptiedOf = onceFor((variable: Variable): readonly Node[] =>
  readsOf(variable).flatMap((use) => {
    const member = use.parent;
    if (member?.type !== 'MemberExpression' || member.object !== use) return [];
    const { parent } = member;
    if (parent.type !== 'AssignmentExpression' || parent.left !== member) return [];
    return readName(memberName(member) ?? '').verdict !== 'other' && isNothing(parent.right) ? [member] : [];
  }),
);

/** The first credential that is taken; none where the code drops it: `delete user.token`. */
function firstKept(taken: readonly (Credential | undefined)[]): Credential | undefined {
  const found = taken.filter((one) => one !== undefined);
  return found.some(({ node }) => node.parent?.type === 'UnaryExpression' && node.parent.operator === 'delete') ? undefined : found[0];
}

/** The credential that is taken from the value right here: `value.token`, `value.user.token`, `const { token } = value`. */
export function memberTaken(file: SourceFile, value: Node): Credential | undefined {
  const known = takenFrom(file);
  if (!known.has(value)) known.set(value, findTaken(file, value));
  return known.get(value);
}

const takenFrom = perFile(() => new Map<Node, Credential | undefined>());

function findTaken(file: SourceFile, value: Node): Credential | undefined {
  let at = dressed(value);
  for (let steps = 0; steps < 3; steps++) {
    const { parent } = at;
    if (parent?.type === 'MemberExpression' && parent.object === at) {
      // user.signToken() makes one: the user holds none.
      if (parent.parent.type === 'CallExpression' && parent.parent.callee === parent) return undefined;
      // value.token = null empties it, and says nothing of what was there.
      const name = memberName(parent);
      const found = name === undefined ? undefined : byName(file, parent, name);
      if (isCredential(found)) return found;
      at = dressed(parent);
      continue;
    }
    if (parent?.type === 'VariableDeclarator' && parent.init === at && parent.id.type === 'ObjectPattern')
      return inPattern(file, parent.id);
    return undefined;
  }
  return undefined;
}

function inPattern(file: SourceFile, pattern: TSESTree.ObjectPattern): Credential | undefined {
  return first(pattern.properties, (property) => {
    if (property.type !== 'Property') return undefined;
    const name = propertyName(property);
    const found = name === undefined ? undefined : byName(file, property, name);
    if (isCredential(found)) return found;
    return property.value.type === 'ObjectPattern' ? inPattern(file, property.value) : undefined;
  });
}
