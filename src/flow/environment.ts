import type { Place } from './resolve.ts';
import { resolveValue } from './resolve.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';

/** What a condition asks of the environment: is it (or is it not) production, development, a test? */
export interface EnvironmentQuestion {
  readonly environment: 'production' | 'development' | 'test';
  /** False for `!==` and `!isProduction`. */
  readonly is: boolean;
}

/** `process.env.NODE_ENV === 'production'`, `!isDev`, also through a constant. Undefined for a condition about something else. */
export function environmentAsked(place: Place, steps = 6): EnvironmentQuestion | undefined {
  if (steps <= 0) return undefined;
  const { file, node } = resolveValue(place);
  switch (node.type) {
    case 'BinaryExpression': {
      if (!/^[!=]==?$/.test(node.operator)) return undefined;
      const texts = [node.left, node.right].map((side) => resolveValue({ file, node: side }).node);
      const environment = texts
        .map((one) => (one.type === 'Literal' && typeof one.value === 'string' ? named(one.value) : undefined))
        .find((one) => one !== undefined);
      return environment && { environment, is: !node.operator.startsWith('!') };
    }
    case 'UnaryExpression': {
      const asked = node.operator === '!' ? environmentAsked({ file, node: node.argument }, steps - 1) : undefined;
      return asked && { ...asked, is: !asked.is };
    }
    case 'LogicalExpression':
      return environmentAsked({ file, node: node.left }, steps - 1);
    case 'Identifier':
    case 'MemberExpression': {
      const environment = byFlag((node.type === 'Identifier' ? node.name : memberName(node)) ?? '');
      return environment && { environment, is: true };
    }
    default:
      return undefined;
  }
}

/** The branch of `isProduction ? a : b` that production takes; undefined where the condition asks something else. */
export function productionBranch(file: SourceFile, node: TSESTree.ConditionalExpression): Node | undefined {
  const asked = environmentAsked({ file, node: node.test });
  return asked && ((asked.environment === 'production') === asked.is ? node.consequent : node.alternate);
}

function named(text: string): EnvironmentQuestion['environment'] | undefined {
  if (/^prod(?:uction)?$/i.test(text)) return 'production';
  if (/^(?:dev(?:elopment)?|local)$/i.test(text)) return 'development';
  return /^test(?:ing)?$/i.test(text) ? 'test' : undefined;
}

function byFlag(name: string): EnvironmentQuestion['environment'] | undefined {
  const flag = /^_*(?:is|in)?_?(prod|production|dev|development|local|test|testing)_?(?:mode|env|environment)?_*$/i.exec(name)?.[1];
  return flag === undefined ? undefined : named(flag);
}

/** Whether a node stands where production never comes: `if (isDev) { … }`. */
export function isOutsideProduction(file: SourceFile, node: Node): boolean {
  for (let at: Node = node; at.parent; at = at.parent) {
    const { parent } = at;
    if ((parent.type !== 'IfStatement' && parent.type !== 'ConditionalExpression') || at === parent.test) continue;
    const asked = environmentAsked({ file, node: parent.test });
    if (asked && ((asked.environment === 'production') === asked.is) !== (at === parent.consequent)) return true;
  }
  return false;
}
