import { chainRoot } from '../../apis/server/exchange.ts';
import { indentationAt, startsLine, styleOf } from '../../edits/style.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { argumentAt } from '../../syntax/functions.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { contains, dressed, enclosingFunction, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';

/** The functions of the generated module that set cookies. */
export const SET = { session: 'setSessionCookie', refresh: 'setRefreshCookie' } as const;

/** A token that an answer carries, and the expression that gives it. */
export interface CarriedToken {
  readonly node: TSESTree.Property | TSESTree.AssignmentExpression | TSESTree.SpreadElement;
  /** The expression, as the handler can write it. */
  readonly text: string;
  readonly isRefresh: boolean;
  readonly key: string;
  /** Whether the answer may carry none: then there is no session. */
  readonly mayBeMissing?: boolean;
}

/** The response of an answering call, as written: `res` of `res.status(200).json(…)` and of `sendJson(res, 200, …)`. */
export function responseOf(file: SourceFile, response: TSESTree.CallExpression): string {
  const handed = response.arguments.find((one) => one.type === 'Identifier' && /^_?res(?:ponse)?$/.test(one.name));
  if (handed) return textOf(file, handed);
  return textOf(file, chainRoot(response.callee.type === 'MemberExpression' ? response.callee.object : response));
}

/** Sets the cookies before the response goes out, and tells the client when the session ends. */
export function setCookies(context: CodemodContext, response: TSESTree.CallExpression, tokens: readonly CarriedToken[]): void {
  const statement = statementToPrecede(context, response, tokens);
  const lines = cookieLines(context, response, tokens, statement);
  if (lines.length === 0) return;
  if (!statement) {
    context.todo(
      response,
      'no-place-for-cookie',
      `set the cookie before this answer: ${context.changes.marked(lines.join(' '), (node) => textOf(context.file, node))}`,
    );
    return;
  }
  const { file, changes, facts } = context;
  const lineEnd = styleOf(file).lineEnd + indentationAt(file.text, statement.range[0]);
  // `user.token = sign(user)` becomes the line that sets the cookie.
  if (facts.phase !== 'server' && tokens.some(({ node }) => node.parent === statement)) changes.replace(statement, lines.join(lineEnd));
  else changes.insert(statement.range[0], lines.map((line) => line + lineEnd).join(''));
}

/**
 * The lines that set the cookies, but for what is set within the body. The body gains the session's end.
 *
 * @param statement The statement before which lines can stand.
 */
function cookieLines(
  context: CodemodContext,
  response: TSESTree.CallExpression,
  tokens: readonly CarriedToken[],
  statement: Node | undefined,
): string[] {
  const { file, changes } = context;
  const session = tokens.find((one) => !one.isRefresh);
  const refresh = tokens.find((one) => one.isRefresh);
  const body = session && bodyWithoutEnd(context, response, tokens);
  const { semicolon } = styleOf(file);
  const lines: string[] = [];
  for (const token of [session, refresh]) {
    if (!token) continue;
    const call = setterCall(context, response, token);
    // With a refresh token the session lasts as long as it can be renewed: that is the end that clients are told.
    if (!body || token !== (refresh ?? session)) lines.push(`${call}${semicolon}`);
    else if (!statement) changes.addEntry(body, `expires_at: ${call}`);
    else {
      const name = freshName(context, response, 'expiresAt');
      lines.push(`const ${name} = ${call}${semicolon}`);
      changes.addEntry(body, `expires_at: ${name}`);
    }
  }
  return lines;
}

/** `setSessionCookie(res, token)`, which the file imports from now on. */
export function setterCall(
  { file, changes, facts }: CodemodContext,
  response: TSESTree.CallExpression,
  token: Pick<CarriedToken, 'text' | 'isRefresh' | 'mayBeMissing'>,
): string {
  const setter = token.isRefresh ? SET.refresh : SET.session;
  changes.addImport({ source: importPath(file.path, facts.server.sessionCookie), imported: setter, local: setter });
  return `${token.mayBeMissing ? `${token.text} && ` : ''}${setter}(${responseOf(file, response)}, ${token.text})`;
}

/** The body that a response sends, where it does not say yet when the session ends. */
function bodyWithoutEnd(
  context: CodemodContext,
  response: TSESTree.CallExpression,
  tokens: readonly CarriedToken[],
): TSESTree.ObjectExpression | undefined {
  const body = bodyWith(response, tokens) ?? bodyOf(context, response);
  return body?.properties.some((one) => one.type === 'Property' && propertyName(one) === 'expires_at') ? undefined : body;
}

/** The object that the tokens stand in, where the answer sends it: `res.json(ok('Welcome', { token }))`. */
function bodyWith(response: TSESTree.CallExpression, tokens: readonly CarriedToken[]): TSESTree.ObjectExpression | undefined {
  const holder = tokens[0]?.node.parent;
  return holder?.type === 'ObjectExpression' && contains(response, holder) ? holder : undefined;
}

/** The object literal that the answer sends, at the call or in the variable that is sent. */
function bodyOf({ file }: CodemodContext, response: TSESTree.CallExpression): TSESTree.ObjectExpression | undefined {
  const sent = argumentAt(response, 0);
  if (!sent) return undefined;
  const literal =
    sent.type === 'CallExpression' && sent.arguments[0] && sent.arguments[0].type !== 'SpreadElement' ? sent.arguments[0] : sent;
  const value = resolveValue({ file, node: literal });
  return value.file === file && value.node.type === 'ObjectExpression' ? value.node : undefined;
}

/**
 * The statement before which the cookie can be set: the answer's own, where it stands in a block. Undefined for an arrow
 * without a block or an `if` without braces: there the cookie is set while the body is made.
 */
export function statementToPrecede(
  { file }: CodemodContext,
  response: TSESTree.CallExpression,
  tokens: readonly CarriedToken[] = [],
): Node | undefined {
  // A value that is assigned first is known only from there on: the cookie is set in its place.
  const assigned = tokens.find(({ node }) => node.type === 'AssignmentExpression');
  const outer = dressed(assigned?.node ?? response);
  const statement = outer.parent?.type === 'ExpressionStatement' || outer.parent?.type === 'ReturnStatement' ? outer.parent : undefined;
  if (!statement || !startsLine(file.text, statement)) return undefined;
  const isInBlock =
    statement.parent.type === 'BlockStatement' || statement.parent.type === 'Program' || statement.parent.type === 'SwitchCase';
  return isInBlock ? statement : undefined;
}

/** A name that the function around does not use yet. */
function freshName({ file }: CodemodContext, at: Node, wanted: string): string {
  const scope = enclosingFunction(at) ?? file.ast;
  const taken = new Set(
    nodesOf(file, 'Identifier')
      .filter((one) => contains(scope, one))
      .map(({ name }) => name),
  );
  for (const name of [wanted, 'sessionEndsAt', 'sessionExpiresAt']) if (!taken.has(name)) return name;
  return `${wanted}_`;
}
