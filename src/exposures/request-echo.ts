import { bindingOf, valuesOf, variableOf } from '../syntax/bindings.ts';
import type { Node } from '../syntax/nodes.ts';
import { bare, memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';

/** The parts of a request that its sender wrote. Its cookies and its session are not: scripts need not know what is in them. */
const WRITTEN_BY_SENDER = /^(?:body|query|params?|headers?|get|url|token|accessToken|bearerToken)$/;

/** `token: req.query.token`: what the caller sent is not what the server issues. */
export function isFromRequest(file: SourceFile, node: Node, depth = 6): boolean {
  const inner = bare(node);
  if (depth <= 0) return false;
  if (inner.type === 'LogicalExpression') return isFromRequest(file, inner.left, depth - 1) && isFromRequest(file, inner.right, depth - 1);
  const steps = stepsFromRequest(file, inner, depth)?.filter((step) => step !== 'req' && step !== 'request');
  return steps?.[0] !== undefined && WRITTEN_BY_SENDER.test(steps[0]);
}

/**
 * The members, and methods, by which a value comes from a request: `headers`, `authorization`, `split` of
 * `req.headers.authorization.split(' ')[1]`.
 */
function stepsFromRequest(file: SourceFile, node: Node, depth: number): readonly (string | undefined)[] | undefined {
  const inner = bare(node);
  if (depth <= 0) return undefined;
  switch (inner.type) {
    case 'MemberExpression': {
      const before = stepsFromRequest(file, inner.object, depth);
      return before && [...before, memberName(inner)];
    }
    case 'CallExpression':
      return inner.callee.type === 'MemberExpression' ? stepsFromRequest(file, inner.callee, depth) : undefined;
    case 'Identifier':
      return /^(?:req|request|ctx|c|event)$/.test(inner.name) ? [] : stepsOfVariable(file, inner, depth);
    default:
      return undefined;
  }
}

function stepsOfVariable(file: SourceFile, name: Node, depth: number): readonly (string | undefined)[] | undefined {
  const variable = variableOf(file, name);
  const binding = variable && bindingOf(variable);
  // ({ body: { token } }, res) => …
  if (binding?.kind === 'parameter') return binding.node.type === 'ObjectPattern' && binding.index === 0 ? binding.path : undefined;
  if (binding?.kind !== 'value' || valuesOf(variable!).length > (binding.path.length === 0 ? 1 : 0)) return undefined;
  const before = stepsFromRequest(file, binding.init, depth - 1);
  return before && [...before, ...binding.path];
}
