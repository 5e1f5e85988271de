import { routeOfHandler } from '../app/routes.ts';
import { splitWords } from '../credentials/words.ts';
import { readsOf, variableOf } from '../syntax/bindings.ts';
import { resolveValue } from '../flow/resolve.ts';
import { argumentAt, calleeName } from '../syntax/functions.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { bare, contains, dressed, enclosingFunction, functionName, isAssignmentTarget, memberName } from '../syntax/nodes.ts';
import { shapeOf } from '../flow/objects.ts';
import { runtimeAt } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, nodesWithin, perFile, textOf } from '../syntax/source-file.ts';
import { staticText } from '../flow/static-text.ts';
import { evidenceFor } from './evidence.ts';
import { isCredential } from './credential.ts';
import { decodingsOf, verificationsOf } from './jwt-calls.ts';
import type { UnverifiedExposure } from './jwt-exposures.ts';
import { decidingUse } from './deciding-uses.ts';
import { comesFromRequest } from './sent-values.ts';
import { signingsOf } from './token-sources.ts';

/** Text without which no file takes a token at its word. */
export const UNVERIFIED_HINT = /jwt|jose\b|jsonwebtoken|\.split\(\s*['"`]\.['"`]\s*\)/i;

/** Tokens that a server believes although nothing says who wrote them, or that they are still good. */
export const unverifiedExposures = perFile((file): readonly UnverifiedExposure[] => {
  const found = new Map<Node, UnverifiedExposure>();
  for (const one of [...laxChecks(file), ...unchecked(file)])
    if (!found.has(one.node) && runtimeAt(file, one.node) !== 'browser') found.set(one.node, one);
  return [...found.values()];
});

/** Checks that are told to let things pass. */
function* laxChecks(file: SourceFile): Generator<UnverifiedExposure> {
  for (const { node, call, options, lacksKey, token } of verificationsOf(file)) {
    const shape = options && shapeOf({ file, node: options });
    const exposed = { kind: 'unverified-jwt', file, call } as const;
    const ignored = shape?.entries.get('ignoreExpiration');
    if (ignored && isTrue(file, ignored.value) && !isRenewal(file, node, token))
      yield { ...exposed, node: ignored.file === file ? ignored.node : node.callee, problem: 'expiryIgnored' };
    const allowed = shape?.entries.get('algorithms');
    const none = allowed && noneIn(allowed.file, allowed.value);
    if (none) yield { ...exposed, node: allowed.file === file ? none : node.callee, problem: 'noneAllowed' };
    else if (lacksKey) yield { ...exposed, node: node.callee, problem: 'noKey' };
  }
  yield* unsigned(file);
}

/** Tokens that are issued with `alg: none`. */
function* unsigned(file: SourceFile): Generator<UnverifiedExposure> {
  for (const { node, api, call = api.signCall, algorithm } of signingsOf(file).values()) {
    const said = algorithm?.said;
    if (said && /^none$/i.test(staticText(said.file, said.node) ?? ''))
      yield { kind: 'unverified-jwt', file, node: said.file === file ? said.node : node.callee, problem: 'noneAllowed', call };
  }
}

function isTrue(file: SourceFile, node: Node): boolean {
  const { node: value } = resolveValue({ file, node });
  return value.type === 'Literal' && value.value === true;
}

function noneIn(file: SourceFile, node: Node): Node | undefined {
  const { file: home, node: list } = resolveValue({ file, node });
  const all = list.type === 'ArrayExpression' ? list.elements : [list];
  return (
    all.find(
      (one): one is TSESTree.Expression => one != null && one.type !== 'SpreadElement' && /^none$/i.test(staticText(home, one) ?? ''),
    ) ?? undefined
  );
}

/** Whoever renews a session, or ends one, may read a token that is no longer good; so may who looks at `exp` by hand. */
function isRenewal(file: SourceFile, call: Node, token: Node | undefined): boolean {
  if (token && /expired|refresh|old/i.test(textOf(file, token))) return true;
  for (let fn = enclosingFunction(call); fn; fn = enclosingFunction(fn)) {
    const name = `${functionName(fn) ?? ''} ${routeOfHandler(file, fn)?.path ?? ''}`;
    if (
      splitWords(name).some((word) => /^(?:refresh|renew|rotate|logout|signout|revoke|expired|reissue)$/.test(word)) ||
      /log_?out|sign_?out/i.test(name)
    )
      return true;
    if (nodesWithin(file, 'MemberExpression', fn).some((member) => memberName(member) === 'exp')) return true;
  }
  return false;
}

interface Unchecked {
  readonly node: Node;
  readonly call: string;
  readonly token?: Node;
  /** What the claims are: the call's value. */
  readonly claims: Node;
}

function* unchecked(file: SourceFile): Generator<UnverifiedExposure> {
  const all: Unchecked[] = [
    ...decodingsOf(file).map(({ node, call, token }) => ({ node, call, claims: node, ...(token && { token }) })),
    ...byHand(file),
  ];
  for (const { node, call, token, claims } of all) {
    if (runtimeAt(file, node) !== 'server' || isCheckedElsewhere(file, node, token)) continue;
    const use = decidingUse(file, claims);
    if (use !== undefined) yield { kind: 'unverified-jwt', file, node, problem: 'decoded', call, use };
  }
}

/** Whether the same code verifies the token too, issued it itself, or got it from somebody it trusts. */
function isCheckedElsewhere(file: SourceFile, node: Node, token: Node | undefined): boolean {
  let outer = enclosingFunction(node);
  for (let fn = outer; fn; fn = enclosingFunction(fn)) outer = fn;
  const scope: Node = outer ?? file.ast;
  if (verificationsOf(file).some((one) => contains(scope, one.node))) return true;
  // verifyToken(token), jwks.getSigningKey(kid), req.user of a middleware that went before.
  if (nodesWithin(file, 'CallExpression', scope).some((call) => /verif|getSigningKey|introspect/i.test(calleeName(call) ?? '')))
    return true;
  if (
    nodesWithin(file, 'MemberExpression', scope).some(
      (member) => /^(?:req|request)\.(?:user|auth)$/.test(textOf(file, member)) && !isAssignmentTarget(member),
    )
  )
    return true;
  if (!token) return false;
  const evidence = evidenceFor(file, token);
  if (isCredential(evidence) && evidence.source === 'signing') return true;
  if (comesFromRequest(file, token)) return false;
  // A token from elsewhere, a parameter: who calls may have verified it, where the file verifies anything at all.
  return !isParameter(file, token) || /verif/i.test(file.text) || /id_?token/i.test(textOf(file, token));
}

function isParameter(file: SourceFile, node: Node): boolean {
  const inner = bare(node);
  return inner.type === 'Identifier' && variableOf(file, inner)?.defs[0]?.type === ('Parameter' as never);
}

/** `JSON.parse(atob(token.split('.')[1]))`, `JSON.parse(Buffer.from(payload, 'base64').toString())`: the payload read by hand. */
function byHand(file: SourceFile): Unchecked[] {
  return nodesOf(file, 'CallExpression').flatMap((split) => {
    const separator = calleeName(split) === 'split' ? argumentAt(split, 0) : undefined;
    if (!separator || staticText(file, separator) !== '.' || split.callee.type !== 'MemberExpression') return [];
    const token = split.callee.object;
    return payloadsOf(file, split).flatMap((payload) => {
      const parsed = parsedAround(payload);
      return parsed ? [{ node: parsed, call: 'JSON.parse', token, claims: parsed }] : [];
    });
  });
}

/** The second part of what was split: `[1]` of it, or `payload` of `const [, payload] = …`, wherever it is read. */
function payloadsOf(file: SourceFile, split: TSESTree.CallExpression): readonly Node[] {
  const { parent } = dressed(split);
  if (parent?.type === 'MemberExpression' && memberName(parent) === '1') return [parent, ...readsOfTarget(file, parent)];
  const second = parent?.type === 'VariableDeclarator' && parent.id.type === 'ArrayPattern' ? parent.id.elements[1] : undefined;
  const variable = second?.type === 'Identifier' ? variableOf(file, second) : undefined;
  return variable ? readsOf(variable) : [];
}

function readsOfTarget(file: SourceFile, node: Node): readonly Node[] {
  const { parent } = dressed(node);
  const variable = parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? variableOf(file, parent.id) : undefined;
  return variable ? readsOf(variable) : [];
}

/** The `JSON.parse(…)` around a decoded part. */
function parsedAround(node: Node): TSESTree.CallExpression | undefined {
  for (let at = node.parent, steps = 0; at && steps < 10; at = at.parent, steps++) {
    if (at.type === 'CallExpression' && calleeName(at) === 'parse') return at;
    if (!/^(?:CallExpression|MemberExpression|TSNonNullExpression|TSAsExpression|ChainExpression|LogicalExpression)$/.test(at.type))
      return undefined;
  }
  return undefined;
}
