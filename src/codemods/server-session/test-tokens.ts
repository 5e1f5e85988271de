import { readName } from '../../credentials/names.ts';
import { styleOf } from '../../edits/style.ts';
import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import { argumentAt, calleeName } from '../../syntax/functions.ts';
import type { CallNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, dressed, isFunction, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import { textParts } from '../../syntax/static-text.ts';
import type { CodemodContext } from '../define-codemod.ts';
import type { ClientFacts } from '../facts.ts';
import { importPath } from '../facts.ts';
import { sendCookies } from './test-cookies.ts';

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

/** Whether answers carry tokens under a name. */
function isTokenKey({ bodyKeys }: ClientFacts, name: string | undefined): boolean {
  if (name === undefined) return false;
  const reading = readName(name);
  return bodyKeys.includes(name) || (reading.kind === 'refresh token' && reading.verdict === 'credential');
}

/** The function of the tests' module for a token, by the name that the token has in the body. */
function readerFor(name: string): string {
  return readName(name).kind === 'refresh token' ? 'refreshTokenIn' : 'sessionTokenOf';
}

function use({ file, changes, facts }: CodemodContext, name: string): void {
  changes.addImport({ source: importPath(file.path, facts.server.testSession), imported: name, local: name });
}

/** `res.body.token`, `res.body.data.token`: a token of an answer that used to carry one. */
function isTokenOfBody({ file, facts }: CodemodContext, member: TSESTree.MemberExpression): boolean {
  if (!isTokenKey(facts.client, memberName(member)) || (member.parent.type === 'AssignmentExpression' && member.parent.left === member)) return false;
  const answer = answerOf(file, member.object);
  return answer !== undefined && isOfSignIn(file, answer.node, facts.client.signInPaths);
}

interface Answer {
  /** The whole answer, or what its body was taken out of. */
  readonly node: Node;
  /** The pattern from which `body` was taken, where the answer itself has no name. */
  readonly pattern?: TSESTree.ObjectPattern;
}

/** The answer whose body an expression is, or is a part of. */
function answerOf(file: SourceFile, node: Node): Answer | undefined {
  const inner = bare(node);
  if (inner.type === 'MemberExpression') return memberName(inner) === 'body' ? { node: inner.object } : answerOf(file, inner.object);
  if (inner.type !== 'Identifier') return undefined;
  const variable = variableOf(file, inner);
  const binding = variable && bindingOf(variable);
  if (binding?.kind !== 'value') return undefined;
  if (binding.path.length === 0) return answerOf(file, binding.init);
  const declarator = nodesOf(file, 'VariableDeclarator').find(({ init, id }) => init === binding.init && id.type === 'ObjectPattern' && id.range[0] <= variable!.identifiers[0]!.range[0] && variable!.identifiers[0]!.range[1] <= id.range[1]);
  if (binding.path[0] === 'body' && binding.path.length === 1 && declarator?.id.type === 'ObjectPattern') return { node: binding.init, pattern: declarator.id };
  return binding.path.length === 0 ? undefined : answerOf(file, binding.init);
}

/** Whether an answer comes of a request at which a session begins, as far as that can be told. */
function isOfSignIn(file: SourceFile, node: Node, signInPaths: readonly string[], steps = 6): boolean {
  const inner = bare(node);
  if (steps <= 0) return true;
  switch (inner.type) {
    case 'AwaitExpression':
      return isOfSignIn(file, inner.argument, signInPaths, steps - 1);
    case 'CallExpression': {
      const asked = requestIn(inner);
      const first = asked && argumentAt(asked, 0);
      if (!first) return !isMade(file, inner);
      const path = textParts(file, first).map((part) => (typeof part === 'string' ? part : '')).join('').replace(/[?#].*$/, '').replace(/(.)\/$/, '$1');
      return path === '' || signInPaths.some((end) => path === end || path.endsWith(end.startsWith('/') ? end : `/${end}`));
    }
    case 'Identifier': {
      const variable = variableOf(file, inner);
      const binding = variable && bindingOf(variable);
      if (binding?.kind === 'value' && binding.path.length === 0) return isOfSignIn(file, binding.init, signInPaths, steps - 1);
      const parameter = binding?.kind === 'parameter' ? callOf(binding.fn) : undefined;
      if (parameter) return isOfSignIn(file, parameter, signInPaths, steps - 1);
      const assigned = variable?.references.find((one) => one.isWrite() && one.writeExpr)?.writeExpr as Node | undefined;
      return assigned ? isOfSignIn(file, assigned, signInPaths, steps - 1) : binding?.kind === 'parameter';
    }
    default:
      return false;
  }
}

/** What the test makes up itself: a mock's body is no answer. */
function isMade(file: SourceFile, call: CallNode): boolean {
  return /^(?:fn|mock\w*|createRequest|createResponse)$/.test(calleeName(call) ?? '') || /httpMocks/.test(textOf(file, call));
}

/** The `.post('/login')` in a chain of supertest's calls. */
function requestIn(chain: Node): CallNode | undefined {
  for (let at = bare(chain); at.type === 'CallExpression' && at.callee.type === 'MemberExpression'; at = bare(at.callee.object)) {
    if (/^(?:post|put|get|patch|delete)$/.test(memberName(at.callee) ?? '') && at.arguments.length === 1) return at;
  }
  return undefined;
}

/** The chain that a callback is handed to: `request(app).post('/login').end((err, res) => …)`. */
function callOf(fn: Node): Node | undefined {
  const call = fn.parent;
  return isFunction(fn) && call?.type === 'CallExpression' && call.callee.type === 'MemberExpression' && /^(?:then|end|expect)$/.test(memberName(call.callee) ?? '') ? call.callee.object : undefined;
}

function fromCookie(context: CodemodContext, member: TSESTree.MemberExpression): void {
  const { file, changes } = context;
  const answer = answerOf(file, member.object)!;
  if (/tokens$/i.test(memberName(member)!)) {
    context.todo(member, 'the tokens of this answer are in its cookies now: take them with sessionTokenOf(answer) and refreshTokenIn(answer).');
    return;
  }
  const reader = readerFor(memberName(member)!);
  const whole = member.parent.type === 'ChainExpression' ? member.parent : member;
  changes.replace(whole, `${reader}(${answer.pattern ? headersOf(context, answer.pattern) : textOf(file, answer.node)})`);
  use(context, reader);
}

/** `const { body } = await …` gains the headers, in which the cookie is. */
function headersOf({ changes }: CodemodContext, pattern: TSESTree.ObjectPattern): string {
  const known = pattern.properties.find((one) => one.type === 'Property' && propertyName(one) === 'headers');
  if (known?.type === 'Property' && known.value.type === 'Identifier') return known.value.name === 'headers' ? '{ headers }' : `{ headers: ${known.value.name} }`;
  changes.addEntry(pattern, 'headers');
  return '{ headers }';
}

/** `const { token } = res.body` and `const { body: { token } } = await request(…)…`. */
function fromPattern(context: CodemodContext, pattern: TSESTree.ObjectPattern): void {
  const { file, changes, facts } = context;
  const { parent } = pattern;
  const isNested = parent.type === 'Property' && propertyName(parent) === 'body';
  const declarator = isNested ? parent.parent.parent : parent;
  if (declarator.type !== 'VariableDeclarator' || !declarator.init || declarator.parent.parent.type.startsWith('For')) return;
  const taken = pattern.properties.filter((one): one is TSESTree.Property => one.type === 'Property' && isTokenKey(facts.client, propertyName(one)) && one.value.type === 'Identifier');
  const answer = isNested ? { node: declarator.init } : answerOf(file, declarator.init);
  if (taken.length === 0 || !answer || !isOfSignIn(file, answer.node, facts.client.signInPaths)) return;
  const isWhole = taken.length === 1 && pattern.properties.length === 1 && (!isNested || (parent.parent as TSESTree.ObjectPattern).properties.length === 1);
  const [only] = taken;
  if (isWhole && only) {
    const reader = readerFor(propertyName(only)!);
    changes.replace(declarator, `${textOf(file, only.value)} = ${reader}(${textOf(file, answer.node)})`);
    use(context, reader);
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
    context.todo(declarator, 'the token is in the answer\'s cookie now: give the answer a name and take the token with sessionTokenOf(answer).');
    return;
  }
  const outer = isNested ? (pattern.parent as TSESTree.Property).parent as TSESTree.ObjectPattern : undefined;
  const source = isName || !outer ? textOf(file, answer.node) : headersOf(context, outer);
  const statement = declarator.parent;
  const indentation = /[\t ]*$/.exec(file.text.slice(0, statement.range[0]))![0];
  const isAll = taken.length === pattern.properties.length && !isNested;
  for (const [i, property] of taken.entries()) {
    const reader = readerFor(propertyName(property)!);
    if (isAll && i === 0) changes.replace(declarator, `${textOf(file, property.value)} = ${reader}(${source})`);
    if (!isAll) changes.remove(property);
    if (!isAll || i > 0) changes.insert(statement.range[1], `${style.lineEnd}${indentation}${statement.kind} ${textOf(file, property.value)} = ${reader}(${source})${style.semicolon}`);
    use(context, reader);
  }
}

const HAS_PROPERTY = /^(?:toHaveProperty|property)$/;
const EXACT = /^(?:toEqual|toStrictEqual|eql|deep|deepEqual|deepStrictEqual)$/;
const PARTIAL = /^(?:toMatchObject|objectContaining)$/;

/** `expect(res.body).toHaveProperty('token')`, `expect(res.body).toEqual({ token: expect.any(String), … })`. */
function expectCookie(context: CodemodContext, call: TSESTree.CallExpression): void {
  const { facts } = context;
  const name = calleeName(call) ?? '';
  const subject = HAS_PROPERTY.test(name) || EXACT.test(name) || PARTIAL.test(name) ? subjectOf(context, call) : undefined;
  if (!subject) return;
  const first = argumentAt(call, 0);
  if (HAS_PROPERTY.test(name)) {
    const key = first?.type === 'Literal' && typeof first.value === 'string' ? first.value.split('.').at(-1)! : undefined;
    if (key !== undefined && isTokenKey(facts.client, key)) expectToken(context, call, subject, key);
    return;
  }
  const object = first && expectedObject(first);
  const property = object?.properties.find((one): one is TSESTree.Property => one.type === 'Property' && isTokenKey(facts.client, propertyName(one)));
  if (!object || !property) return;
  expectWithout(context, object, EXACT.test(name) ? subject : undefined);
}

/** In the first phase the token is still there, and the session's end beside it. */
function expectSessionEnd(context: CodemodContext, call: TSESTree.CallExpression): void {
  const subject = EXACT.test(calleeName(call) ?? '') ? subjectOf(context, call) : undefined;
  const first = subject && argumentAt(call, 0);
  const object = first && expectedObject(first);
  const hasToken = object?.properties.some((one) => one.type === 'Property' && isTokenKey(context.facts.client, propertyName(one)));
  if (subject && object && hasToken && !hasEnd(object)) context.changes.addEntry(object, `expires_at: ${anyEnd(context, subject)}`);
}

function hasEnd(object: TSESTree.ObjectExpression): boolean {
  return object.properties.some((one) => one.type === 'Property' && propertyName(one) === 'expires_at');
}

/** Jest and Vitest have a word for any number; for others the answer is compared with itself. */
function anyEnd({ file }: CodemodContext, { answer }: Subject): string {
  return /chai|\.should\b/.test(file.text) && !/\bexpect\.any/.test(file.text) && !answer.pattern ? `${textOf(file, answer.node)}.body.expires_at` : 'expect.any(Number)';
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
  changes.replace(target, `${isExpect ? `expect(${token})` : token}${isChai ? `${isExpect ? '.to' : '.should'}.be.a(${quote}string${quote})` : jest}`);
  use(context, reader);
}

function chainEnd(node: Node): Node {
  let at = node;
  while (at.parent && ((at.parent.type === 'MemberExpression' && at.parent.object === at) || (at.parent.type === 'CallExpression' && at.parent.callee === at))) at = at.parent;
  return at;
}

/** An expected body loses the tokens; one that lists all of it gains the session's end. */
function expectWithout(context: CodemodContext, object: TSESTree.ObjectExpression, exact: Subject | undefined): void {
  const { changes, facts } = context;
  const tokens = object.properties.filter((one): one is TSESTree.Property => one.type === 'Property' && isTokenKey(facts.client, propertyName(one)));
  const [first, ...others] = tokens;
  if (!first) return;
  if (exact && !hasEnd(object)) changes.replace(first, `expires_at: ${anyEnd(context, exact)}`);
  else changes.remove(first);
  for (const one of others) changes.remove(one);
}
