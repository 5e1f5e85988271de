import type { Variable } from '@typescript-eslint/scope-manager';
import { variableOf } from '../syntax/bindings.ts';
import { resolveValue } from '../flow/resolve.ts';
import { calleeName } from '../syntax/functions.ts';
import type { ByType } from '../syntax/by-type.ts';
import { byType } from '../syntax/by-type.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { bare, memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';

/** Calls that return what they got, whole or copied. */
export const COPIES = /^(?:stringify|assign|cloneDeep|pick)$/;
/** Methods that give a record as a plain object. */
const AS_PLAIN = /^(?:toObject|toJSON|lean|get)$/;

/** A variable, or a member of one: `user` and `['dataValues', 'token']` of `user.dataValues.token`. */
export interface SentMember {
  readonly variable: Variable;
  readonly steps: readonly string[];
}

/** The variables and members whose whole values are in what is sent. */
export function sentMembers(file: SourceFile, node: Node, depth = 5): SentMember[] {
  const inner = bare(node);
  if (depth <= 0) return [];
  const own = memberOf(file, inner);
  const parts = byType(SENT_PARTS, inner, file) ?? [];
  return [...(own ? [own] : []), ...parts.flatMap((one) => (one ? sentMembers(file, one, depth - 1) : []))];
}

/** The expressions whose whole values are in that of another. */
const SENT_PARTS: ByType<readonly (Node | null)[], [SourceFile]> = {
  ObjectExpression: ({ properties }) =>
    properties.map((property) => (property.type === 'SpreadElement' ? property.argument : property.value)),
  ArrayExpression: ({ elements }) => elements,
  ConditionalExpression: ({ consequent, alternate }) => [consequent, alternate],
  LogicalExpression: ({ left, right }) => [left, right],
  CallExpression: (call) => {
    const name = calleeName(call) ?? '';
    if (AS_PLAIN.test(name) && call.callee.type === 'MemberExpression') return [call.callee.object];
    return COPIES.test(name) ? call.arguments : [];
  },
  Identifier: writtenObject,
  MemberExpression: writtenObject,
};

/** The object that a name or member stands for, where this file writes it. */
function writtenObject(node: Node, file: SourceFile): readonly Node[] {
  const value = resolveValue({ file, node });
  return value.file === file && value.node.type === 'ObjectExpression' ? [value.node] : [];
}

/** Whether what is put into a member is in what is sent: what is put into the user is where the user is, not where only its name is. */
export function isSentWith(file: SourceFile, target: TSESTree.MemberExpression, sent: readonly SentMember[]): boolean {
  const filled = memberOf(file, target);
  return (
    filled !== undefined &&
    sent.some(
      (one) =>
        one.variable === filled.variable &&
        one.steps.length < filled.steps.length &&
        one.steps.every((step, i) => step === filled.steps[i]),
    )
  );
}

/** Undefined where a step is computed or the root is no variable of the file. */
function memberOf(file: SourceFile, node: Node): SentMember | undefined {
  const steps: string[] = [];
  let at = bare(node);
  for (; at.type === 'MemberExpression'; at = bare(at.object)) {
    const name = memberName(at);
    if (name === undefined) return undefined;
    steps.unshift(name);
  }
  const variable = at.type === 'Identifier' ? variableOf(file, at) : undefined;
  return variable && { variable, steps };
}
