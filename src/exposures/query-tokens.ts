import path from 'node:path';
import { tokenReadsOf } from '../apis/server/express-app.ts';
import { addressReadsOf } from '../apis/server/query-reads.ts';
import { handlerNames } from '../app/routes.ts';
import { either } from '../credentials/alternatives.ts';
import { readName } from '../credentials/names.ts';
import { originOf } from '../flow/origin.ts';
import { shapeOf } from '../flow/objects.ts';
import { resolveValue } from '../flow/resolve.ts';
import { staticText } from '../flow/static-text.ts';
import { bindingOf, valuesOf, variableOf } from '../syntax/bindings.ts';
import { argumentAt, returnsOf } from '../syntax/functions.ts';
import type { FunctionNode, Node } from '../syntax/nodes.ts';
import { bare, contains, enclosingFunction, isFunction } from '../syntax/nodes.ts';
import { runtimeAt } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, perFile, textOf } from '../syntax/source-file.ts';
import type { QueryTokenExposure } from './exposure.ts';
import { isCredentialKey } from './storage-keys.ts';
import { verificationsOf } from './jwt-calls.ts';

/** Text without which no server takes a token out of an address. */
export const QUERY_TOKEN_HINT = [/token|jwt/i, /quer|searchParams/i];

/** Places where a server knows its users by a token in the address of a request. */
export const queryTokenExposures = perFile((file): readonly QueryTokenExposure[] => {
  const reads = addressReadsOf(file).filter(({ name }) => isSession(file, name));
  const found = new Set<Node>();
  for (const { node } of reads) if (authenticates(file, node)) found.add(node);
  return [...[...found].map((node) => exposureOf(file, node)), ...extractors(file)].filter(
    (one) => runtimeAt(file, one.node) !== 'browser',
  );
});

function exposureOf(file: SourceFile, node: Node): QueryTokenExposure {
  const shown = node.type === 'Property' ? `${textOf(file, node.key)} of the query` : textOf(file, node);
  return { kind: 'token-from-url', file, node, shown };
}

/** Whether a parameter of an address is called what sessions are opened with. */
export function isSession(file: SourceFile, name: string): boolean {
  return isCredentialKey(readName(name, file.settings.names));
}

/** Tokens that are made for one use: what a link in a mail carries has to be in an address. */
export const FOR_ONCE = either(
  [
    /verif(?!y_?(?:token|jwt|access|auth))/,
    /confirm|reset|activat|invit|unsubscri|magic|e-?mail|download|callback|oauth|sso|ticket|one_?time|sign-?_?up|register|share|preview/,
  ],
  'i',
);

/** Whether the server takes whoever sends the parameter for its user: as it would take a header, or in what guards its routes. */
function authenticates(file: SourceFile, read: Node): boolean {
  const fn = enclosingFunction(read);
  if (!fn || FOR_ONCE.test(namesAround(file, fn).join(' '))) return false;
  const chosen = choicesOf(file, fn).find((choice) => choice.some((one) => contains(one, read)));
  if (chosen?.some((one) => isSessionPlace(file, one))) return true;
  const checked = verificationsOf(file).find(({ token }) => token && alternativesOf(file, token).some((one) => contains(one, read)));
  return checked !== undefined && isGuard(file, fn) && !FOR_ONCE.test(checked.secret ? textOf(file, checked.secret) : '');
}

function namesAround(file: SourceFile, fn: FunctionNode): readonly string[] {
  return [path.basename(file.path), ...handlerNames(file, fn)];
}

/** The values that one token may be, for each token of a function that may be several: `header || req.query.token`. */
function choicesOf(file: SourceFile, fn: FunctionNode): readonly (readonly Node[])[] {
  const logical = [...nodesOf(file, 'LogicalExpression'), ...nodesOf(file, 'ConditionalExpression')].filter((node) => contains(fn, node));
  const assigned = nodesOf(file, 'AssignmentExpression')
    .filter(({ left }) => left.type === 'Identifier' && contains(fn, left))
    .map(({ left }) => left);
  return [...logical, ...assigned].map((node) => alternativesOf(file, node));
}

/** What a value may be, through `||`, `??`, a choice, and a variable that is given several. */
function alternativesOf(file: SourceFile, node: Node, depth = 8): readonly Node[] {
  const inner = bare(node);
  const more = (nodes: readonly Node[]): readonly Node[] => nodes.flatMap((one) => alternativesOf(file, one, depth - 1));
  if (depth <= 0) return [inner];
  if (inner.type === 'LogicalExpression') return more([inner.left, inner.right]);
  if (inner.type === 'ConditionalExpression') return more([inner.consequent, inner.alternate]);
  const variable = inner.type === 'Identifier' ? variableOf(file, inner) : undefined;
  const binding = variable && bindingOf(variable);
  if (!variable || !binding) return [inner];
  // const { token } = req.query
  if (binding.kind === 'value' && binding.path.length > 0) return variable.identifiers.map((one) => one.parent);
  const values = valuesOf(variable);
  return values.length > 0 ? more(values) : [inner];
}

/** `req.headers.authorization`, `req.cookies.token`, `getCookie(c, 'token')`, or a part of one: where a session's token comes from. */
function isSessionPlace(file: SourceFile, node: Node): boolean {
  return (
    tokenReadsOf(file).some((read) => contains(node, read.node)) ||
    /\b(?:cookies|signedCookies|getCookie)\b|\bauthorization\b/i.test(textOf(file, node))
  );
}

/** What a guard does with the user that it found, and what it has that a handler need not have. */
function isGuard(file: SourceFile, fn: FunctionNode): boolean {
  const text = textOf(file, fn);
  return (
    /\b(?:req|request|ctx\.state|ctx|socket|event\.context|res\.locals)\.(?:user\w*|auth\w*|decoded|session|account)\s*=[^=]/.test(text) ||
    /\bnext\(\s*\)/.test(text)
  );
}

/** What libraries are told to take the token from: passport-jwt's `fromUrlQueryParameter`, the functions of express-jwt and koa-jwt. */
function* extractors(file: SourceFile): Generator<QueryTokenExposure> {
  for (const call of nodesOf(file, 'CallExpression')) {
    const origin = originOf(file, call.callee) ?? '';
    if (/^passport-jwt#ExtractJwt\.fromUrlQueryParameter$/.test(origin)) {
      const name = argumentAt(call, 0);
      if (!name || isSession(file, staticText(file, name) ?? 'token')) yield exposureOf(file, call);
    } else if (/^(?:express-jwt#(?:expressjwt|expressJwt)?|koa-jwt#|@fastify\/jwt#\w*)$/.test(origin))
      yield* ofOptions(file, call.arguments[0]);
  }
}

/** `getToken: (req) => req.query.token`. */
function* ofOptions(file: SourceFile, options: Node | undefined): Generator<QueryTokenExposure> {
  const entry = options && shapeOf({ file, node: options })?.entries.get('getToken');
  const given = entry && resolveValue({ file: entry.file, node: entry.value });
  if (given?.file !== file || !isFunction(given.node)) return;
  const alternatives = returnsOf(given.node).flatMap((one) => alternativesOf(file, one));
  for (const { node, name } of addressReadsOf(file))
    if (isSession(file, name) && alternatives.some((one) => contains(one, node)) && !authenticates(file, node))
      yield exposureOf(file, node);
}
