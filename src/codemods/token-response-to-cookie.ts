import { isRefreshTokenName, readName } from '../credentials/names.ts';
import type { BodyExposure } from '../exposures/index.ts';
import { exposuresOfKind } from '../exposures/index.ts';
import { ANSWERS } from '../exposures/response-bodies.ts';
import type { Node } from '../syntax/nodes.ts';
import { enclosingFunction, enclosingStatement, propertyName } from '../syntax/nodes.ts';
import { shapeOf } from '../flow/objects.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, textOf } from '../syntax/source-file.ts';
import type { CodemodContext } from './define-codemod.ts';
import { defineCodemod } from './define-codemod.ts';
import { nameEnvelope } from './server-session/envelopes.ts';
import { mayBeMissing } from './server-session/missing-tokens.ts';
import { otherPurpose } from './server-session/session-tokens.ts';
import { schemeBefore, withoutScheme } from './server-session/schemes.ts';
import { moveRedirects } from './server-session/redirects.ts';
import { moveTokensSentWhole } from './server-session/sent-whole.ts';
import type { CarriedToken } from './server-session/set-cookies.ts';
import { responseOf, SET, setCookies } from './server-session/set-cookies.ts';
import { takeTokensFromCookies } from './server-session/test-tokens.ts';

/** The servers whose answers can be rewritten; for others a person is told what to do. */
const REWRITTEN: ReadonlySet<string> = new Set(['express', 'node-http', 'answer-helper']);

/** Moves the tokens of sign-in answers out of their bodies and into cookies. */
export default defineCodemod({
  name: 'token-response-to-cookie',
  description: 'Sign-in answers set the session as an HttpOnly cookie instead of carrying the token in their body',
  side: 'server',
  hint: new RegExp(`${ANSWERS.source}|redirect|\\bbody\\b`),
  apply(context) {
    if (context.facts.phase === 'client') return;
    if (context.facts.isTest(context.file.path)) {
      takeTokensFromCookies(context);
      return;
    }
    const removedKeys = new Set<string>();
    for (const [response, exposures] of byResponse(sessionTokens(context))) {
      for (const key of moveTokens(context, response, exposures)) removedKeys.add(key);
    }
    moveRedirects(context);
    if (context.facts.phase !== 'server') dropFromTypes(context, removedKeys);
  },
});

/** The tokens of sessions. What is handed out for something else stays, since a cookie of it would be taken for a session. */
function sessionTokens(context: CodemodContext): BodyExposure[] {
  return exposuresOfKind(context.file, 'response-body').filter((exposure) => {
    const other = otherPurpose(context, exposure);
    if (other)
      context.todo(
        exposure.node,
        other.isSignIn ? 'sign-in-not-verified' : 'other-token',
        `this token is no session's, since ${other.because}: it stays in the answer. See to it that no script keeps it.`,
      );
    return !other;
  });
}

/** What each answer carries. */
function byResponse(exposures: readonly BodyExposure[]): Map<Node, BodyExposure[]> {
  const groups = new Map<Node, BodyExposure[]>();
  for (const exposure of exposures) {
    for (const answer of [exposure, ...exposure.repeats]) {
      const group = groups.get(answer.response) ?? [];
      groups.set(answer.response, [...group, { ...exposure, ...answer, repeats: [] }]);
    }
  }
  return groups;
}

/** @returns The names that left the body. */
function moveTokens(context: CodemodContext, response: Node, found: readonly BodyExposure[]): string[] {
  const { file, facts } = context;
  // What a pair is made of may be seen too, where it is made.
  const own = found.filter(({ node }) => enclosingFunction(node) === enclosingFunction(response));
  const exposures = own.some(({ node }) => carriesPair(node)) ? own : found;
  const isSet = alreadySet(context, response);
  if (response.type === 'CallExpression' && !isSet && moveTokensSentWhole(context, response, found, responseOf(file, response))) return [];
  const carried = tokensCarriedBy(context, response, exposures);
  if (!carried || response.type !== 'CallExpression') {
    context.todo(exposures[0]!.node, 'response-not-rewritten', NOT_REWRITTEN);
    return [];
  }
  if (!isSet || facts.phase === 'all') {
    setCookies(context, response, carried);
    const holder = carried[0]?.node.parent;
    if (holder?.type === 'ObjectExpression') nameEnvelope(context, response, holder);
  }
  return facts.phase === 'server' ? [] : removeTokens(context, carried);
}

const NOT_REWRITTEN =
  'this answers with a token in a form that could not be rewritten. Set it with setSessionCookie(res, token) and leave it out ' +
  'of the body.';

/** The tokens that a response carries. Undefined where one of them stands in a way that cannot be rewritten. */
function tokensCarriedBy(context: CodemodContext, response: Node, exposures: readonly BodyExposure[]): CarriedToken[] | undefined {
  const tokens = exposures.map((exposure) => carriedTokens(context, exposure, response));
  return tokens.every((one) => one.length > 0) && exposures.every(({ server }) => REWRITTEN.has(server.id)) ? tokens.flat() : undefined;
}

/** @returns The names that left the body. */
function removeTokens({ changes }: CodemodContext, carried: readonly CarriedToken[]): string[] {
  for (const { node } of carried) if (!changes.replaced.has(enclosingStatement(node))) changes.remove(node);
  return carried.map(({ key }) => key);
}

/** Whether a node stands for an object of tokens: `tokens` among the properties of a body, or spread into it. */
function carriesPair(node: Node): boolean {
  return node.parent?.type === 'SpreadElement' || (node.type === 'Property' && /tokens$/i.test(propertyName(node) ?? ''));
}

/** The tokens that an exposure is about: one, or those of the pair that an object holds. None where it cannot be rewritten. */
function carriedTokens(context: CodemodContext, { file, node }: BodyExposure, response: Node): CarriedToken[] {
  // What is written elsewhere may use names that are not known where the answer is sent.
  if (enclosingFunction(node) !== enclosingFunction(response)) return [];
  if (node.type === 'Property') {
    const key = propertyName(node);
    if (key === undefined) return [];
    if (/tokens$/i.test(key)) return pairIn(file, node, node.value);
    const { text, token } = tokenAlone(context, node.value);
    return [{ node, text, isRefresh: isRefreshTokenName(key), key, mayBeMissing: mayBeMissing(file, token) }];
  }
  if (node.parent?.type === 'SpreadElement') return pairIn(file, node.parent, node);
  if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression' || node.left.property.type !== 'Identifier') return [];
  const { text } = tokenAlone(context, node.right);
  return [{ node, text, isRefresh: isRefreshTokenName(node.left.property.name), key: node.left.property.name }];
}

/** The token that a value carries, without the scheme that an answer may put before it: a cookie holds the token alone. */
function tokenAlone({ file, changes }: CodemodContext, value: Node): { readonly text: string; readonly token: Node } {
  const before = schemeBefore(file, value);
  if (!before) return { text: changes.move(value), token: value };
  if (before.token) return { text: changes.move(before.token), token: before.token };
  const isSimple = /^(?:Identifier|MemberExpression|CallExpression)$/.test(value.type);
  const moved = changes.move(value);
  return { text: withoutScheme(file, isSimple ? moved : `(${moved})`, before.scheme), token: value };
}

/** The tokens of `tokens`, by the object that its maker returns: `tokens.accessToken`, `tokens.access.token`. */
function pairIn(file: SourceFile, node: CarriedToken['node'], value: Node): CarriedToken[] {
  const name = textOf(file, value);
  if (!/^[\w$.]+$/.test(name)) return [];
  const entries = [...(shapeOf({ file, node: value })?.entries.values() ?? [])];
  const tokens = entries.flatMap((entry): CarriedToken[] => {
    const inner = shapeOf({ file: entry.file, node: entry.value })?.entries;
    const isNested = inner?.has('token') ?? false;
    const { verdict } = readName(isNested ? `${entry.name}Token` : entry.name);
    if (verdict === 'other' || verdict === 'holder') return [];
    return [
      {
        node,
        text: `${name}.${entry.name}${isNested ? '.token' : ''}`,
        isRefresh: isRefreshTokenName(isNested ? `${entry.name}Token` : entry.name),
        key: entry.name,
      },
    ];
  });
  // What holds other things too cannot go as a whole.
  return tokens.length === entries.filter(({ name: key }) => !/expir/i.test(key)).length ? tokens : [];
}

/** Whether the handler sets the cookie, by an earlier run. */
function alreadySet({ file }: CodemodContext, response: Node): boolean {
  const handler = enclosingFunction(response);
  return handler !== undefined && textOf(file, handler).includes(`${SET.session}(`);
}

/** Types of sign-in answers lose the token, and gain the session's end. */
function dropFromTypes({ file, changes }: CodemodContext, keys: ReadonlySet<string>): void {
  for (const member of nodesOf(file, 'TSPropertySignature')) {
    const name = member.key.type === 'Identifier' ? member.key.name : undefined;
    const holder = member.parent.parent;
    const type = holder.type === 'TSInterfaceDeclaration' || holder.type === 'TSTypeAliasDeclaration' ? holder.id.name : undefined;
    if (name === undefined || type === undefined || !keys.has(name) || !/login|auth|sign|session|register|token/i.test(type)) continue;
    if (isRefreshTokenName(name)) changes.remove(member);
    else changes.replace(member, `expires_at: number${file.text[member.range[1] - 1] === ';' ? ';' : ''}`);
  }
}
