import { styleOf } from '../../edits/style.ts';
import type { TSESTree } from '../../syntax/nodes.ts';
import { bare, isAssignmentTarget, memberName, propertyName } from '../../syntax/nodes.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import type { Answer } from './test-answers.ts';
import { answerOf, headersOf, importReader, isOfSignIn, isTokenKey, readerFor } from './test-answers.ts';
import { sendCookies } from './test-cookies.ts';
import { expectCookie, expectSessionEnd } from './test-expectations.ts';

/**
 * Tests of the server that sign in and go on with the token of the answer's body take it out of the answer's cookie:
 * `login.body.token` becomes `sessionTokenOf(login)`. What they do with it stays, since programs still send tokens.
 */
export function takeTokensFromCookies(context: CodemodContext): void {
  const { file, facts } = context;
  if (!/supertest|chai-http|\brequest\(|\bagent\b|\.body\b/.test(file.text)) return;
  if (facts.phase === 'server') {
    for (const call of nodesOf(file, 'CallExpression')) expectSessionEnd(context, call);
    return;
  }
  for (const member of nodesOf(file, 'MemberExpression')) if (isTokenOfBody(context, member)) fromCookie(context, member);
  for (const pattern of nodesOf(file, 'ObjectPattern')) fromPattern(context, pattern);
  for (const call of nodesOf(file, 'CallExpression')) expectCookie(context, call);
  if (!facts.server.takesBearer) sendCookies(context);
}

/** `res.body.token`, `res.body.data.token`: a token of an answer that used to carry one. */
function isTokenOfBody({ file, facts }: CodemodContext, member: TSESTree.MemberExpression): boolean {
  if (!isTokenKey(facts.client, memberName(member)) || isAssignmentTarget(member)) return false;
  const answer = answerOf(file, member.object);
  return answer !== undefined && isOfSignIn(file, answer.node, facts.client.signInPaths);
}

/** `login.body.token` becomes `sessionTokenOf(login)`. */
function fromCookie(context: CodemodContext, member: TSESTree.MemberExpression): void {
  const { file, changes } = context;
  const answer = answerOf(file, member.object)!;
  if (/tokens$/i.test(memberName(member)!)) {
    context.todo(
      member,
      'test-takes-token',
      'the tokens of this answer are in its cookies now: take them with sessionTokenOf(answer) and refreshTokenIn(answer).',
    );
    return;
  }
  const reader = readerFor(memberName(member)!);
  const whole = member.parent.type === 'ChainExpression' ? member.parent : member;
  changes.replace(whole, `${reader}(${answer.pattern ? headersOf(context, answer.pattern) : textOf(file, answer.node)})`);
  importReader(context, reader);
}

/** `const { token } = res.body` and `const { body: { token } } = await request(…)…`. */
function fromPattern(context: CodemodContext, pattern: TSESTree.ObjectPattern): void {
  const { file, changes, facts } = context;
  const { parent } = pattern;
  const isNested = parent.type === 'Property' && propertyName(parent) === 'body';
  const declarator = isNested ? parent.parent.parent : parent;
  if (declarator.type !== 'VariableDeclarator' || !declarator.init || declarator.parent.parent.type.startsWith('For')) return;
  const taken = pattern.properties.filter(
    (one): one is TSESTree.Property =>
      one.type === 'Property' && isTokenKey(facts.client, propertyName(one)) && one.value.type === 'Identifier',
  );
  const answer = isNested ? { node: declarator.init } : answerOf(file, declarator.init);
  if (taken.length === 0 || !answer || !isOfSignIn(file, answer.node, facts.client.signInPaths)) return;
  const isWhole =
    taken.length === 1 &&
    pattern.properties.length === 1 &&
    (!isNested || (parent.parent as TSESTree.ObjectPattern).properties.length === 1);
  const [only] = taken;
  if (isWhole && only) {
    const reader = readerFor(propertyName(only)!);
    changes.replace(declarator, `${textOf(file, only.value)} = ${reader}(${textOf(file, answer.node)})`);
    importReader(context, reader);
    return;
  }
  splitPattern(context, { pattern, declarator, answer, taken, isNested });
}

interface SplitPattern {
  readonly pattern: TSESTree.ObjectPattern;
  readonly declarator: TSESTree.VariableDeclarator;
  readonly answer: Answer;
  readonly taken: readonly TSESTree.Property[];
  readonly isNested: boolean;
}

/** The token gets a declaration of its own, behind that of the others. */
function splitPattern(context: CodemodContext, { pattern, declarator, answer, taken, isNested }: SplitPattern): void {
  const { file, changes } = context;
  const style = styleOf(file);
  const isName = bare(answer.node).type === 'Identifier';
  if (!isName && !isNested) {
    context.todo(
      declarator,
      'test-takes-token',
      "the token is in the answer's cookie now: give the answer a name and take the token with sessionTokenOf(answer).",
    );
    return;
  }
  const outer = isNested ? ((pattern.parent as TSESTree.Property).parent as TSESTree.ObjectPattern) : undefined;
  const source = isName || !outer ? textOf(file, answer.node) : headersOf(context, outer);
  const statement = declarator.parent;
  const indentation = /[\t ]*$/.exec(file.text.slice(0, statement.range[0]))![0];
  const isAll = taken.length === pattern.properties.length && !isNested;
  for (const [i, property] of taken.entries()) {
    const reader = readerFor(propertyName(property)!);
    if (isAll && i === 0) changes.replace(declarator, `${textOf(file, property.value)} = ${reader}(${source})`);
    if (!isAll) changes.remove(property);
    if (!isAll || i > 0)
      changes.insert(
        statement.range[1],
        `${style.lineEnd}${indentation}${statement.kind} ${textOf(file, property.value)} = ${reader}(${source})${style.semicolon}`,
      );
    importReader(context, reader);
  }
}
