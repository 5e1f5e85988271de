import { resolveValue } from '../flow/resolve.ts';
import type { Node } from '../syntax/nodes.ts';
import { bare, enclosingFunction, memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { staticText } from '../flow/static-text.ts';

/** Segments of paths that only developers and tests ask for. */
const PLACES = /^\/_*(?:tests?|testing|e2e|dev|debug|mocks?|fixtures|cypress|playwright)_*(?:\/|$)/i;

/** Whether a condition holds in production, or undefined where it says nothing of it. */
function holdsInProduction(file: SourceFile, condition: Node, steps = 4): boolean | undefined {
  if (steps <= 0) return undefined;
  const { file: home, node } = resolveValue({ file, node: condition });
  switch (node.type) {
    case 'UnaryExpression': {
      const inner = node.operator === '!' ? holdsInProduction(home, node.argument, steps - 1) : undefined;
      return inner === undefined ? undefined : !inner;
    }
    case 'LogicalExpression': {
      const sides = [node.left, node.right].map((side) => holdsInProduction(home, side, steps - 1));
      if (node.operator === '&&') return sides.includes(false) ? false : undefined;
      return node.operator === '||' && sides.includes(true) ? true : sides.every((one) => one === false) ? false : undefined;
    }
    case 'BinaryExpression':
      return comparedInProduction(home, node);
    default:
      return undefined;
  }
}

/** `process.env.NODE_ENV === 'production'`, with either operator and either way round. */
function comparedInProduction(
  file: SourceFile,
  { left, right, operator }: { readonly left: Node; readonly right: Node; readonly operator: string },
): boolean | undefined {
  if (!/^[!=]==?$/.test(operator)) return undefined;
  const name = isMode(file, left) ? right : isMode(file, right) ? left : undefined;
  const text = name && staticText(file, name);
  if (text === undefined) return undefined;
  const isProduction = /^prod/i.test(text);
  if (operator.startsWith('=')) return isProduction;
  // `NODE_ENV !== 'test'` holds in production and elsewhere too: it says that the route is for people.
  return !isProduction;
}

function isMode(file: SourceFile, node: Node): boolean {
  const { node: value } = resolveValue({ file, node: bare(node) });
  const name = value.type === 'MemberExpression' ? memberName(value) : undefined;
  return name !== undefined && /^(?:NODE_ENV|APP_ENV|MODE|nodeEnv|environment)$/.test(name);
}

/** Whether code runs only where nobody but developers and tests asks: `if (process.env.NODE_ENV !== 'production') { … }`. */
function runsInDevelopment(file: SourceFile, node: Node): boolean {
  let at: Node = node;
  for (let { parent } = node; parent; at = parent, { parent } = parent) {
    if (parent.type === 'IfStatement' || parent.type === 'ConditionalExpression') {
      const holds = at === parent.test ? undefined : holdsInProduction(file, parent.test);
      if (holds !== undefined && holds === (at === parent.alternate)) return true;
    }
    if (
      parent.type === 'LogicalExpression' &&
      parent.operator === '&&' &&
      at === parent.right &&
      holdsInProduction(file, parent.left) === false
    )
      return true;
    if ((parent.type === 'BlockStatement' || parent.type === 'Program') && leftInProduction(file, parent.body, at)) return true;
  }
  return false;
}

/** `if (process.env.NODE_ENV === 'production') return;` in front of a statement. */
function leftInProduction(file: SourceFile, statements: readonly Node[], until: Node): boolean {
  if (!enclosingFunction(until)) return false;
  for (const statement of statements) {
    if (statement === until) return false;
    if (statement.type !== 'IfStatement' || holdsInProduction(file, statement.test) !== true) continue;
    const [only] = statement.consequent.type === 'BlockStatement' ? statement.consequent.body : [statement.consequent];
    if (only?.type === 'ReturnStatement' || only?.type === 'ThrowStatement') return true;
  }
  return false;
}

/** Whether a route is for developers and tests: by the condition under which it is registered, or by its path. */
export function isInDevelopment(file: SourceFile, node: Node, path: string | undefined): boolean {
  return (path !== undefined && PLACES.test(path.startsWith('/') ? path : `/${path}`)) || runsInDevelopment(file, node);
}
