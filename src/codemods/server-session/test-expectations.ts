import { styleOf } from '../../edits/style.ts';
import { argumentAt, calleeName } from '../../syntax/functions.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, dressed, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import type { Answer } from './test-answers.ts';
import { answerOf, headersOf, importReader, isOfSignIn, isTokenKey, readerFor } from './test-answers.ts';

const HAS_PROPERTY = /^(?:toHaveProperty|property)$/;
const EXACT = /^(?:toEqual|toStrictEqual|eql|deep|deepEqual|deepStrictEqual)$/;
const PARTIAL = /^(?:toMatchObject|objectContaining)$/;

/** `expect(res.body).toHaveProperty('token')`, `expect(res.body).toEqual({ token: expect.any(String), … })`. */
export function expectCookie(context: CodemodContext, call: TSESTree.CallExpression): void {
  const name = calleeName(call) ?? '';
  const first = argumentAt(call, 0);
  if (!first) return;
  if (HAS_PROPERTY.test(name)) {
    const key = first.type === 'Literal' && typeof first.value === 'string' ? first.value.split('.').at(-1)! : undefined;
    const subject = key !== undefined && isTokenKey(context.facts.client, key) ? subjectOf(context, call) : undefined;
    if (subject) expectToken(context, call, subject, key!);
  } else if (EXACT.test(name) || PARTIAL.test(name)) {
    const object = expectedObject(first);
    const subject = object && tokensIn(context, object).length > 0 ? subjectOf(context, call) : undefined;
    if (subject) expectWithout(context, object!, EXACT.test(name) ? subject : undefined);
  }
}

/** The properties of an expected body that are tokens. */
function tokensIn({ facts }: CodemodContext, object: TSESTree.ObjectExpression): TSESTree.Property[] {
  return object.properties.filter(
    (one): one is TSESTree.Property => one.type === 'Property' && isTokenKey(facts.client, propertyName(one)),
  );
}

/** In the first phase the token is still there, and the session's end beside it. */
export function expectSessionEnd(context: CodemodContext, call: TSESTree.CallExpression): void {
  const subject = EXACT.test(calleeName(call) ?? '') ? subjectOf(context, call) : undefined;
  const first = subject && argumentAt(call, 0);
  const object = first && expectedObject(first);
  if (subject && object && tokensIn(context, object).length > 0 && !hasEnd(object))
    context.changes.addEntry(object, `expires_at: ${anyEnd(context, subject)}`);
}

function hasEnd(object: TSESTree.ObjectExpression): boolean {
  return object.properties.some((one) => one.type === 'Property' && propertyName(one) === 'expires_at');
}

/** Jest and Vitest have a word for any number; for others the answer is compared with itself. */
function anyEnd({ file }: CodemodContext, { answer }: Subject): string {
  return /chai|\.should\b/.test(file.text) && !/\bexpect\.any/.test(file.text) && !answer.pattern
    ? `${textOf(file, answer.node)}.body.expires_at`
    : 'expect.any(Number)';
}

/** The object of `{ … }` and `expect.objectContaining({ … })`. */
function expectedObject(node: Node): TSESTree.ObjectExpression | undefined {
  const inner = bare(node);
  if (inner.type === 'ObjectExpression') return inner;
  const first = inner.type === 'CallExpression' && calleeName(inner) === 'objectContaining' ? argumentAt(inner, 0) : undefined;
  return first?.type === 'ObjectExpression' ? first : undefined;
}

/** What an expectation is about. */
interface Subject {
  readonly answer: Answer;
  /** `expect(…)`, and not `….should`. */
  readonly isExpect: boolean;
}

/** The answer of `expect(res.body).…`, `res.body.should.…`, where it is one that carried a token. */
function subjectOf({ file, facts }: CodemodContext, call: TSESTree.CallExpression): Subject | undefined {
  let at: Node = call;
  while (at.type === 'CallExpression' || at.type === 'MemberExpression') {
    if (at.type === 'MemberExpression') {
      const name = memberName(at);
      // What is expected not to be there is not there any more.
      if (name === 'not') return undefined;
      if (name === 'should') return subject(file, at.object, facts.client.signInPaths, false);
      at = bare(at.object);
    } else if (at.callee.type === 'Identifier' && at.callee.name === 'expect') {
      const value = argumentAt(at, 0);
      return value && subject(file, value, facts.client.signInPaths, true);
    } else at = at.callee;
  }
  return undefined;
}

function subject(file: SourceFile, body: Node, signInPaths: readonly string[], isExpect: boolean): Subject | undefined {
  const answer = answerOf(file, body);
  return answer && isOfSignIn(file, answer.node, signInPaths) ? { answer, isExpect } : undefined;
}

/** The statement about the token becomes one about the cookie's. */
function expectToken(context: CodemodContext, call: TSESTree.CallExpression, { answer, isExpect }: Subject, key: string): void {
  const { file, changes } = context;
  const reader = readerFor(key);
  const token = `${reader}(${answer.pattern ? headersOf(context, answer.pattern) : textOf(file, answer.node)})`;
  const wanted = argumentAt(call, 1);
  const isChai = calleeName(call) === 'property';
  const { quote } = styleOf(file);
  const outer = dressed(call);
  // expect(res.body).to.have.property('token').that.is.a('string'): the rest of the chain says more than we would.
  const target = outer.parent?.type === 'MemberExpression' ? chainEnd(outer) : call;
  const jest = `.toEqual(${wanted ? textOf(file, wanted) : 'expect.any(String)'})`;
  changes.replace(
    target,
    `${isExpect ? `expect(${token})` : token}${isChai ? `${isExpect ? '.to' : '.should'}.be.a(${quote}string${quote})` : jest}`,
  );
  importReader(context, reader);
}

function chainEnd(node: Node): Node {
  let at = node;
  while (
    at.parent &&
    ((at.parent.type === 'MemberExpression' && at.parent.object === at) || (at.parent.type === 'CallExpression' && at.parent.callee === at))
  )
    at = at.parent;
  return at;
}

/** An expected body loses the tokens; one that lists all of it gains the session's end. */
function expectWithout(context: CodemodContext, object: TSESTree.ObjectExpression, exact: Subject | undefined): void {
  const { changes } = context;
  const [first, ...others] = tokensIn(context, object);
  if (!first) return;
  if (exact && !hasEnd(object)) changes.replace(first, `expires_at: ${anyEnd(context, exact)}`);
  else changes.remove(first);
  for (const one of others) changes.remove(one);
}
