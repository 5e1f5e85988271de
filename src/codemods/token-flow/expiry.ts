import { reachOf } from '../../flow/back.ts';
import { locationOf } from '../../flow/location.ts';
import { bindingOf, readsOf, variableOf } from '../../syntax/bindings.ts';
import { returnsOf } from '../../syntax/functions.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, contains, dressed, enclosingFunction, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { textOf } from '../../syntax/source-file.ts';
import type { CallIndex, Located } from './calls.ts';

/** A comparison of a token's end with now, which asks what `hasSession()` answers. */
export interface ExpiryCheck {
  readonly node: TSESTree.BinaryExpression;
  /** Whether it is true once the token has expired. */
  readonly asksExpired: boolean;
}

/** Where the end of a decoded token is compared with now, and whether nothing else is taken of the claims. */
export function expiryChecks(
  file: SourceFile,
  decode: TSESTree.CallExpression,
): { readonly checks: readonly ExpiryCheck[]; readonly holders: readonly Node[]; readonly areAll: boolean } {
  const holders: Node[] = [];
  const ends = endsOf(file, dressed(decode), holders);
  const checks = ends.exps
    .map((one) => checkAt(file, one, holders))
    .filter((one) => one !== undefined)
    .flat();
  return { checks, holders, areAll: ends.areAll && checks.length > 0 && ends.exps.every((one) => checkAt(file, one, []) !== undefined) };
}

const TIMES = /^(?:exp|iat|nbf)$/;

/**
 * Whether times are taken of the claims otherwise than to compare them with now: for a timer, say. What the server says has none.
 * Claims that go too far to be followed may be asked for theirs too.
 */
export function takesTimes(file: SourceFile, decode: TSESTree.CallExpression, checks: readonly ExpiryCheck[]): boolean {
  const reached = reachOf(locationOf(file, decode));
  if (!reached) return true;
  return [...reached].some(({ node, path }) => {
    if (path.length > 0) return false;
    const at = dressed(node);
    const { parent } = at;
    if (parent?.type === 'MemberExpression' && parent.object === at)
      return TIMES.test(memberName(parent) ?? '') && !checks.some((check) => contains(check.node, parent));
    const pattern = parent?.type === 'VariableDeclarator' && parent.init === at ? parent.id : at;
    return (
      pattern.type === 'ObjectPattern' && pattern.properties.some((one) => one.type === 'Property' && TIMES.test(propertyName(one) ?? ''))
    );
  });
}

/** The expressions that give the claims: the call that takes the token apart, and calls of functions that return what it gives. */
export function claimsOf(file: SourceFile, decode: TSESTree.CallExpression, index: CallIndex): Located<TSESTree.CallExpression>[] {
  const found: Located<TSESTree.CallExpression>[] = [{ file, node: decode }];
  for (const { node } of found) {
    const fn = enclosingFunction(node);
    const name = dressed(node).parent;
    const variable = name?.type === 'VariableDeclarator' && name.id.type === 'Identifier' ? name.id.name : undefined;
    const isGiven = (returned: Node): boolean =>
      bare(returned) === node ||
      (variable !== undefined && bare(returned).type === 'Identifier' && (bare(returned) as TSESTree.Identifier).name === variable);
    if (!fn || !returnsOf(fn).some(isGiven)) continue;
    for (const call of index.callsTo(fn))
      if (call.node.type === 'CallExpression' && !found.some((one) => one.node === call.node))
        found.push({ file: call.file, node: call.node });
  }
  return found;
}

/** The expressions that are the token's `exp`. */
function endsOf(file: SourceFile, claims: Node, holders: Node[]): { readonly exps: readonly Node[]; readonly areAll: boolean } {
  const { parent } = claims;
  if (parent?.type === 'MemberExpression' && parent.object === claims)
    return memberName(parent) === 'exp' ? { exps: [parent], areAll: true } : { exps: [], areAll: false };
  if (parent?.type !== 'VariableDeclarator') return { exps: [], areAll: false };
  holders.push(parent);
  if (parent.id.type === 'ObjectPattern') {
    const [only, ...more] = parent.id.properties;
    const local = only?.type === 'Property' && propertyName(only) === 'exp' ? variableOf(file, only.value) : undefined;
    return local && more.length === 0 ? { exps: readsOf(local), areAll: true } : { exps: [], areAll: false };
  }
  const variable = variableOf(file, parent.id);
  const reads = variable ? readsOf(variable) : [];
  const exps = reads.flatMap((read) =>
    read.parent?.type === 'MemberExpression' && read.parent.object === read && memberName(read.parent) === 'exp' ? [read.parent] : [],
  );
  return { exps, areAll: exps.length === reads.length };
}

/** The comparisons that an end is for: in place, times a thousand, as a date, through a variable. */
function checkAt(file: SourceFile, exp: Node, holders: Node[], steps = 5): ExpiryCheck[] | undefined {
  const at = dressed(exp);
  const { parent } = at;
  if (!parent || steps <= 0) return undefined;
  const next = (node: Node): ExpiryCheck[] | undefined => checkAt(file, node, holders, steps - 1);
  switch (parent.type) {
    case 'BinaryExpression':
      return /^[*+-]$/.test(parent.operator) ? next(parent) : comparison(file, at, parent);
    case 'NewExpression':
      return parent.callee.type === 'Identifier' && parent.callee.name === 'Date' ? next(parent) : undefined;
    case 'MemberExpression':
      return isTimeOfDate(parent) ? next(parent.parent) : undefined;
    case 'VariableDeclarator':
      return checksOfName(file, parent, holders, next);
    default:
      return undefined;
  }
}

/** `date.getTime()`. */
function isTimeOfDate(member: TSESTree.MemberExpression): boolean {
  return member.parent.type === 'CallExpression' && /^(?:getTime|valueOf)$/.test(memberName(member) ?? '');
}

/** `const end = decoded.exp * 1000`: every read of the name is one, or none is known. */
function checksOfName(
  file: SourceFile,
  declarator: TSESTree.VariableDeclarator,
  holders: Node[],
  next: (node: Node) => ExpiryCheck[] | undefined,
): ExpiryCheck[] | undefined {
  const variable = variableOf(file, declarator.id);
  const found = (variable ? readsOf(variable) : []).map(next);
  if (found.length === 0 || found.includes(undefined)) return undefined;
  holders.push(declarator);
  return found.flatMap((one) => one ?? []);
}

/** `exp < Date.now()`, either way round. */
function comparison(file: SourceFile, end: Node, compared: TSESTree.BinaryExpression): ExpiryCheck[] | undefined {
  if (!/^[<>]=?$/.test(compared.operator)) return undefined;
  const isLeft = compared.left === end;
  return isNow(file, isLeft ? compared.right : compared.left)
    ? [{ node: compared, asksExpired: compared.operator.startsWith('<') === isLeft }]
    : undefined;
}

/** `Date.now()`, `new Date().getTime() / 1000`, a constant of one. */
function isNow(file: SourceFile, node: Node, steps = 3): boolean {
  const inner = bare(node);
  if (inner.type === 'Identifier') {
    const variable = variableOf(file, inner);
    const binding = variable && bindingOf(variable);
    return steps > 0 && binding?.kind === 'value' && binding.path.length === 0 && isNow(file, binding.init, steps - 1);
  }
  return /Date\.now\(\)|new Date\(\)/.test(textOf(file, inner));
}
