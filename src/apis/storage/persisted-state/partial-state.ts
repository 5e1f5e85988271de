import type { Place } from '../../../flow/resolve.ts';
import { resolveValue } from '../../../flow/resolve.ts';
import { argumentAt, calleeName, returnsOf } from '../../../syntax/functions.ts';
import type { FunctionNode, Node, TSESTree } from '../../../syntax/nodes.ts';
import { bare, contains, isFunction, isNothing, propertyName } from '../../../syntax/nodes.ts';
import type { SourceFile } from '../../../syntax/source-file.ts';
import { nodesOf, nodesWithin } from '../../../syntax/source-file.ts';
import type { SelectedPart, Selection } from './persisted-state.ts';
import { namesIn } from './persisted-state.ts';

const ALL: Selection = { kind: 'all', without: [] };
const NOTHING: Selection = { kind: 'only', parts: [] };

/**
 * What a function leaves of a state: `(state) => ({ theme: state.theme })`, `({ token, ...rest }) => rest`,
 * `omit(state, ['token'])`. What cannot be told counts as nothing, so that nobody is accused of it.
 */
export function selectionBy(place: Place | undefined): Selection {
  if (!place) return ALL;
  const { file, node } = resolveValue(place);
  if (!isFunction(node)) return NOTHING;
  const [returned] = returnsOf(node);
  return returned ? ofReturned(file, node, bare(returned)) : NOTHING;
}

function ofReturned(file: SourceFile, fn: FunctionNode, returned: Node): Selection {
  const value = resolveValue({ file, node: returned }).node;
  if (value.type === 'ObjectExpression') return ofLiteral(file, value);
  const [state] = fn.params;
  if (returned.type === 'Identifier') {
    if (state?.type === 'Identifier' && state.name === returned.name) return ALL;
    const pattern = state?.type === 'ObjectPattern' ? state : patternOf(file, fn, returned.name);
    return pattern ? { kind: 'all', without: taken(pattern, returned.name) } : NOTHING;
  }
  return returned.type === 'CallExpression' ? ofCall(file, fn, returned) : NOTHING;
}

function ofLiteral(file: SourceFile, literal: TSESTree.ObjectExpression): Selection {
  const parts = partsOf(file, literal, '');
  const isSpread = literal.properties.some((property) => property.type === 'SpreadElement' && !literalsOf(file, property.argument));
  // { ...state, token: undefined }
  const emptied = literal.properties.flatMap((property) =>
    property.type === 'Property' && isNothing(property.value) ? [propertyName(property) ?? ''] : [],
  );
  return isSpread ? { kind: 'all', without: emptied } : { kind: 'only', parts: parts.filter(({ path }) => !emptied.includes(path)) };
}

/** The paths that an object literal names: `{ auth: { user: state.auth.user } }` is `auth.user`. */
function partsOf(file: SourceFile, literal: TSESTree.ObjectExpression, prefix: string): SelectedPart[] {
  return literal.properties.flatMap((property): SelectedPart[] => {
    if (property.type !== 'Property') return (literalsOf(file, property.argument) ?? []).flatMap((one) => partsOf(file, one, prefix));
    const path = prefix + (propertyName(property) ?? '');
    return property.value.type === 'ObjectExpression' ? partsOf(file, property.value, `${path}.`) : [{ path, node: property }];
  });
}

/** The literals of which a spread adds one or none: `...(state.remember && { user: state.user })`. Undefined where it may add anything. */
function literalsOf(file: SourceFile, spread: Node): readonly TSESTree.ObjectExpression[] | undefined {
  const { node } = resolveValue({ file, node: bare(spread) });
  if (node.type === 'ObjectExpression') return [node];
  if (isNothing(node)) return [];
  if (node.type === 'LogicalExpression' && node.operator === '&&') return literalsOf(file, node.right);
  if (node.type !== 'ConditionalExpression') return undefined;
  const [one, other] = [node.consequent, node.alternate].map((branch) => literalsOf(file, branch));
  return one && other && [...one, ...other];
}

/** `const { token, ...rest } = state` inside the function. */
function patternOf(file: SourceFile, fn: FunctionNode, rest: string): TSESTree.ObjectPattern | undefined {
  const found = nodesOf(file, 'ObjectPattern').find(
    (pattern) =>
      contains(fn, pattern) &&
      pattern.properties.some((one) => one.type === 'RestElement' && one.argument.type === 'Identifier' && one.argument.name === rest),
  );
  return found;
}

function taken(pattern: TSESTree.ObjectPattern, rest: string): string[] {
  const hasRest = pattern.properties.some(
    (one) => one.type === 'RestElement' && one.argument.type === 'Identifier' && one.argument.name === rest,
  );
  return hasRest ? pattern.properties.flatMap((one) => (one.type === 'Property' ? [propertyName(one) ?? ''] : [])) : [];
}

/** lodash's `pick` and `omit`, and entries that are filtered by their names. */
function ofCall(file: SourceFile, fn: FunctionNode, call: TSESTree.CallExpression): Selection {
  const name = calleeName(call) ?? '';
  const list = argumentAt(call, 1);
  if (name === 'pick' || name === 'omit') {
    const names = list && namesIn({ file, node: list });
    if (!names) return NOTHING;
    return name === 'pick' ? { kind: 'only', parts: names } : { kind: 'all', without: names.map(({ path }) => path) };
  }
  if (name !== 'fromEntries') return NOTHING;
  const texts = nodesOf(file, 'Literal').flatMap((one) =>
    contains(fn, one) && typeof one.value === 'string' ? [{ path: one.value, node: one }] : [],
  );
  const negated =
    nodesWithin(file, 'UnaryExpression', fn).some((one) => one.operator === '!') ||
    nodesOf(file, 'BinaryExpression').some((one) => one.operator.startsWith('!=') && contains(fn, one));
  return negated ? { kind: 'all', without: texts.map(({ path }) => path) } : { kind: 'only', parts: texts };
}
