import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { contains, dressed, enclosingFunction, memberName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';
import type { CallIndex, Located } from './calls.ts';
import type { ExpiryCheck } from './expiry.ts';
import { claimsOf, expiryChecks, takesTimes } from './expiry.ts';
import { askForEnd, endReadsOf } from './session-end.ts';
import type { Use } from './uses.ts';

/** What is asked of the decisions on all holders where a token is taken apart. */
interface DecodingRewrite {
  readonly of: (file: SourceFile) => CodemodContext;
  readonly index: CallIndex;
  /** The name of the session where the expression reads one. */
  readonly sessionName: (file: SourceFile, node: Node) => string | undefined;
  /** Makes a question about the token one about the session. */
  readonly checkSession: (file: SourceFile, node: Node, isNegated: boolean) => void;
}

/** `jwtDecode(token)` is what the server says of the user. */
export function rewriteDecoding(use: Extract<Use, { kind: 'decode' }>, rewrite: DecodingRewrite): void {
  const { file, node, token, by } = use;
  const { changes } = rewrite.of(file);
  const { checks, holders, areAll } = expiryChecks(file, node);
  for (const check of checks) rewrite.checkSession(file, check.node, check.asksExpired);
  const [, ...elsewhere] = claimsOf(file, node, rewrite.index);
  const checked = elsewhere.flatMap((one) => checkExpiry(rewrite, one));
  const takeOut = (): void => {
    for (const question of by.questions) rewrite.checkSession(file, question, true);
    for (const part of by.between) changes.remove(part);
  };
  if (areAll) {
    for (const holder of holders) changes.remove(holder);
    takeOut();
    return;
  }
  const times = rewriteTimes(rewrite, use, [...checks, ...checked], elsewhere.length > 0);
  if (times === 'all') takeOut();
  if (times !== 'none') return;
  const session = rewrite.sessionName(file, token);
  const isAsked = isAskedFor(rewrite.of(file), node);
  // Where nothing of ours sees the answer to a sign-in, nothing asks then who it was.
  const isUnknown = (rewrite.of(file).facts.client.unseenSignIns?.size ?? 0) > 0 && !isAsked;
  if (session === undefined && !isUnknown) readUser(rewrite.of(file), node, isAsked);
  // Until the server has said who it is, there is none. Types would have to be told what is in an empty object.
  else if (session === undefined || (isTakenApart(node) && isTyped(file))) {
    const text = 'the token cannot be decoded here any more. Ask getSession(), which answers with the user.';
    rewrite.of(file).todo(node, 'token-decoded', text);
    return;
  } else replaceDecoded(rewrite.of(file), node, isTakenApart(node) ? `${session}?.user ?? {}` : `${session}?.user`);
  takeOut();
}

/** When the token ends is when the session does. Other times are left for a person. */
function rewriteTimes(
  rewrite: DecodingRewrite,
  { file, node }: Extract<Use, { kind: 'decode' }>,
  checks: readonly ExpiryCheck[],
  isGivenOn: boolean,
): 'all' | 'none' | 'left' {
  const context = rewrite.of(file);
  const ends = isEndKnown(context) && !isGivenOn ? endReadsOf(file, node) : undefined;
  if (ends) {
    askForEnd(context, ends);
    return ends.declarator || ends.ends.some((end) => contains(end, node)) ? 'all' : 'none';
  }
  if (!takesTimes(file, node, checks)) return 'none';
  const text = 'when the token ends cannot be read here any more. Answers of sign-in and of the session say it as `expires_at`.';
  context.todo(node, 'token-decoded', text);
  return 'left';
}

/** A session that is renewed ends later than its token. Where nothing of ours sees the sign-in, nothing knows it then. */
function isEndKnown({ facts: { client } }: CodemodContext): boolean {
  return !client.renews && !client.renewsItself && (client.unseenSignIns?.size ?? 0) === 0;
}

/** Where what gives the claims is only asked whether they have ended. */
function checkExpiry(rewrite: DecodingRewrite, { file, node }: Located<TSESTree.CallExpression>): readonly ExpiryCheck[] {
  const { checks, holders, areAll } = expiryChecks(file, node);
  for (const check of checks) rewrite.checkSession(file, check.node, check.asksExpired);
  if (areAll) for (const holder of holders) rewrite.of(file).changes.remove(holder);
  return checks;
}

/** A user that may not be known yet stands where the claims were. */
function replaceDecoded({ file, changes }: CodemodContext, node: Node, user: string): void {
  const outer = dressed(node);
  const member = outer.parent?.type === 'MemberExpression' && outer.parent.object === outer ? outer.parent : undefined;
  const whole = dressed(member ?? outer);
  const text = member ? `${user}?.${memberName(member) ?? ''}` : user;
  const conditional = whole.parent;
  if (conditional?.type === 'ConditionalExpression' && conditional.consequent === whole) {
    changes.replace(conditional, `${text} ?? ${textOf(file, conditional.alternate)}`);
    return;
  }
  changes.replace(whole, text);
}

/** In an asynchronous function the server can be asked. */
function isAskedFor({ file }: CodemodContext, node: TSESTree.CallExpression): boolean {
  return enclosingFunction(node)?.async === true && !isTyped(file) && !isTakenApart(node);
}

/** Where it cannot be asked, what the server said when the session began has to do. */
function readUser(context: CodemodContext, node: TSESTree.CallExpression, isAsked: boolean): void {
  importSession(context, isAsked ? 'getSession' : 'currentUser');
  if (isAsked) {
    replaceDecoded(context, node, '(await getSession())?.user');
    return;
  }
  const claims = node.typeArguments?.params[0];
  context.changes.replace(node, `currentUser${claims ? `<${textOf(context.file, claims)}>` : ''}()`);
}

function importSession({ file, changes, facts }: CodemodContext, name: string): void {
  changes.addImport({ source: importPath(file.path, facts.client.session), imported: name, local: name });
}

function isTyped(file: SourceFile): boolean {
  return /\.[cm]?tsx?$/.test(file.path);
}

/** `const { name } = jwtDecode(token)` */
function isTakenApart(node: Node): boolean {
  const { parent } = dressed(node);
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'ObjectPattern';
}
