import type { Variable } from '@typescript-eslint/scope-manager';
import { variableOf } from '../syntax/bindings.ts';
import { resolveValue } from '../flow/resolve.ts';
import { calleeName } from '../syntax/functions.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { bare, memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';

/** Calls that give back what they got, whole or copied. */
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
  const all = (nodes: readonly (Node | null)[]): SentMember[] => nodes.flatMap((one) => (one ? sentMembers(file, one, depth - 1) : []));
  switch (inner.type) {
    case 'ObjectExpression':
      return all(inner.properties.map((property) => (property.type === 'SpreadElement' ? property.argument : property.value)));
    case 'ArrayExpression':
      return all(inner.elements);
    case 'ConditionalExpression':
      return all([inner.consequent, inner.alternate]);
    case 'LogicalExpression':
      return all([inner.left, inner.right]);
    case 'CallExpression': {
      const name = calleeName(inner) ?? '';
      if (AS_PLAIN.test(name) && inner.callee.type === 'MemberExpression') return all([inner.callee.object]);
      return COPIES.test(name) ? all(inner.arguments) : [];
    }
    case 'Identifier':
    case 'MemberExpression': {
      const value = resolveValue({ file, node: inner });
      const own = memberOf(file, inner);
      return [...(own ? [own] : []), ...(value.file === file && value.node.type === 'ObjectExpression' ? all([value.node]) : [])];
    }
    default:
      return [];
  }
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
