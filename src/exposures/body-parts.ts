import type { ResponseBody } from '../apis/server/index.ts';
import { readCallName, readName } from '../credentials/names.ts';
import type { Place } from '../flow/resolve.ts';
import { resolveValue } from '../flow/resolve.ts';
import { argumentAt, calleeName, parameterOf, returnsOf } from '../syntax/functions.ts';
import { calledFunction, callsTo } from '../flow/calls.ts';
import type { FunctionNode, Node, TSESTree } from '../syntax/nodes.ts';
import { bare, contains, enclosingFunction, isClass, isNothing, memberName, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, textOf } from '../syntax/source-file.ts';
import { isAuthPlace, isLoginPlace } from './auth-places.ts';
import { cookieReadAt } from './cookie-reads.ts';
import type { Credential } from './credential.ts';
import { isCredential, NOT_A_CREDENTIAL } from './credential.ts';
import { isEnvelope, keptByConstructor, passedOn, promiseOf } from './envelopes.ts';
import { evidenceFor } from './evidence.ts';
import { article } from './named-evidence.ts';
import { isFromRequest } from './request-echo.ts';
import { cookieExposures } from './server-cookies.ts';
import { takenOut } from './taken-out.ts';
import { comesFromSignIn } from './sign-in-answers.ts';
import { COPIES, isSentWith, sentMembers } from './sent-members.ts';

/** A credential in an answer. */
export interface BodyPart {
  /** What is reported: the property, or in another file's stead what is sent here. */
  readonly node: Node;
  readonly credential: Credential;
  /** Where the credential is put into the answer, which may be another file. */
  readonly source: Place;
}

/** The session credentials in what a handler answers with. */
export function partsOf(file: SourceFile, response: ResponseBody): BodyPart[] {
  const context = new BodyContext(file, response);
  return [...context.within(response.body, 5), ...context.assigned(response.body)];
}

/** What a choice may come to: `token ? { token } : {}`, `token && { token }`. */
function choicesOf(node: Node): readonly Node[] | undefined {
  if (node.type === 'ConditionalExpression') return [node.consequent, node.alternate];
  return node.type === 'LogicalExpression' && node.operator === '&&' ? [node.right] : undefined;
}

/** Calls that give a list, which no pair of tokens is. */
const LISTS = /^(?:map|flatMap|filter|find|findAll|findMany|findAndCountAll|aggregate|slice|sort|toArray|keys|values|entries|from)$/;
/** What counts as a token in one handler's answers: there `token` is more than a name where people sign in. */
class BodyContext {
  private readonly file: SourceFile;
  private readonly handler: FunctionNode | undefined;
  /** Whether only tokens that were seen to be signed count: a service's result may go elsewhere than into an answer. */
  private readonly onlyIssued: boolean;
  private readonly isAuth: boolean;

  constructor(file: SourceFile, { handler, ofService = false, path }: ResponseBody) {
    this.file = file;
    this.handler = handler;
    this.onlyIssued = ofService;
    this.isAuth = isAuthPlace(file, handler, path);
  }

  /** The credentials in an expression that is sent. `sent` stands for it in this file where it is written in another. */
  within({ file, node }: Place, depth: number, sent: Node = bare(node)): BodyPart[] {
    const inner = bare(node);
    if (depth <= 0) return [];
    const here = file === this.file ? inner : sent;
    const value = resolveValue({ file, node: inner });
    const written = this.inWritten(value, here, depth);
    if (written) return written;
    const read = this.onlyIssued ? undefined : cookieReadAt(file, inner);
    if (read) return [{ node: here, credential: read, source: { file, node: inner } }];
    if (isFromRequest(file, inner)) return [];
    const evidence = this.accepted(evidenceFor(file, inner));
    if (evidence && (evidence.strength !== 'likely' || (this.isAuth && inner.type === 'Identifier')))
      return this.onlyIssued ? [] : [{ node: here, credential: evidence, source: { file, node: inner } }];
    return [
      ...this.ofCall(value, depth, here),
      ...this.whole(file, inner, here),
      ...this.sentOn(file, inner, here),
      ...this.handedOver(file, inner, depth),
    ];
  }

  /** The same for an object or a choice that is written in the code; undefined for anything else. */
  private inWritten({ file, node }: Place, sent: Node, depth: number): BodyPart[] | undefined {
    if (node.type === 'ObjectExpression') return node.properties.flatMap((property) => this.inProperty(file, property, sent, depth));
    const choices = choicesOf(node);
    return choices?.flatMap((one) => this.within({ file, node: one }, depth - 1, sent));
  }

  /** What a call puts into the answer: what it copies, what it wraps, what its function returns. */
  private ofCall({ file, node: call }: Place, depth: number, sent: Node): BodyPart[] {
    if (call.type !== 'CallExpression' && call.type !== 'NewExpression') return [];
    const given = (indexes?: readonly number[]): BodyPart[] =>
      call.arguments.flatMap((one, index) =>
        one.type === 'SpreadElement' || indexes?.includes(index) === false ? [] : this.within({ file, node: one }, depth - 1, sent),
      );
    if (COPIES.test(calleeName(call) ?? '')) return given();
    const called = calledFunction(file, call);
    if (called) return [...this.returned(called, depth, sent), ...given(passedOn(called.file, called.node))];
    const made = call.type === 'NewExpression' ? resolveValue({ file, node: call.callee }) : undefined;
    if (made && isClass(made.node)) return given(keptByConstructor(made.file, made.node));
    return isEnvelope(call) ? given() : [];
  }

  /** What a function returns, and what it put into that before. */
  private returned({ file, node: fn }: { file: SourceFile; node: FunctionNode }, depth: number, sent: Node): BodyPart[] {
    return returnsOf(fn).flatMap((one) => [
      ...this.within({ file, node: one }, depth - 1, sent),
      ...(this.onlyIssued ? [] : this.assignedTo({ file, node: one }, fn, sent)),
    ]);
  }

  /**
   * `const ok = (res, data) => res.json(data)`: what the helper is called with; `.then((result) => res.json(result))`:
   * what was promised.
   */
  private handedOver(file: SourceFile, node: Node, depth: number): BodyPart[] {
    const parameter = file === this.file ? parameterOf(file, node) : undefined;
    if (!parameter) return [];
    const promise = promiseOf(parameter.fn, parameter.index);
    // What another file puts together is sent here, and not where it is asked for.
    if (promise)
      return this.within({ file, node: promise }, depth - 1).map((part) => (part.source.file === this.file ? part : { ...part, node }));
    return callsTo(file, parameter.fn).flatMap((call) => {
      const given = argumentAt(call, parameter.index);
      return given ? this.within({ file, node: given }, depth - 1) : [];
    });
  }

  /** `res.send(tokens)`, `{ ...tokens }`: an object whose name says that it is made of tokens. */
  private whole(file: SourceFile, node: Node, sent: Node): BodyPart[] {
    const name = node.type === 'Identifier' ? node.name : node.type === 'MemberExpression' ? memberName(node) : undefined;
    if (name === undefined || this.onlyIssued || !this.isAuth || !/tokens$/i.test(name) || isList(file, node)) return [];
    const reading = readName(name, file.settings.names);
    return reading.verdict === 'other' ? [] : [{ node: sent, credential: byHolder(file, node, name), source: { file, node } }];
  }

  /** `setCookie(event, 'token', answer.token); return answer`: what the cookie was made of, sent with the token still in it. */
  private sentOn(file: SourceFile, node: Node, sent: Node): BodyPart[] {
    const { handler } = this;
    const taken = file === this.file && handler && !this.onlyIssued ? takenOut(file, node) : undefined;
    if (!taken || !handler || !contains(handler, taken.node)) return [];
    if (!cookieExposures(file).some((one) => contains(handler, one.node))) return [];
    const reason = `the cookie is made of its \`${taken.name}\`, which is still in it`;
    return [{ node: sent, credential: { ...taken, reason }, source: { file, node } }];
  }

  private inProperty(file: SourceFile, property: TSESTree.ObjectLiteralElement, sent: Node, depth: number): BodyPart[] {
    if (property.type === 'SpreadElement') return this.within({ file, node: property.argument }, depth - 1, sent);
    const name = propertyName(property);
    const reading = readName(name ?? '', file.settings.names);
    if (reading.trade !== undefined || (isFromRequest(file, property.value) && !cookieReadAt(file, property.value))) return [];
    const credential = this.credentialOf(file, property, name ?? '', reading.verdict);
    if (credential) return [{ node: file === this.file ? property : sent, credential, source: { file, node: property } }];
    return /^(?:Identifier|ObjectExpression|MemberExpression|CallExpression|ConditionalExpression)$/.test(bare(property.value).type)
      ? this.within({ file, node: property.value }, depth - 1, file === this.file ? bare(property.value) : sent)
      : [];
  }

  private credentialOf(file: SourceFile, property: TSESTree.Property, name: string, verdict: string): Credential | undefined {
    if (isNothing(property.value) || isAddress(property.value)) return undefined;
    const read = this.onlyIssued ? undefined : cookieReadAt(file, property.value);
    if (read) return underKey(read, name);
    const evidence = evidenceFor(file, property.value);
    if (this.onlyIssued) {
      const issued = this.accepted(evidence);
      return issued && underKey(issued, name);
    }
    if (evidence === NOT_A_CREDENTIAL) {
      return verdict === 'likely' && isLoginPlace(this.file, this.handler) && isMadeForOnce(file, property.value)
        ? byPlace(file, property, name)
        : undefined;
    }
    const value = isCredential(evidence) ? evidence : undefined;
    return verdict === 'credential' ? byKey(file, property, name, value) : this.byEvidence(file, property, name, verdict, value);
  }

  /** A value under a key that may be another thing's: the value itself tells, or the place where it is sent. */
  private byEvidence(
    file: SourceFile,
    property: TSESTree.Property,
    name: string,
    verdict: string,
    value: Credential | undefined,
  ): Credential | undefined {
    if (value && value.strength !== 'likely') return underKey(value, name);
    if ((value || verdict === 'likely') && (this.isAuth || comesFromSignIn(file, property.value)))
      return value ? underKey(value, name) : byPlace(file, property, name);
    return verdict === 'holder' &&
      this.isAuth &&
      /tokens$/i.test(name) &&
      !isList(file, property.value) &&
      !isWrittenOut(file, property.value)
      ? byHolder(file, property, name)
      : undefined;
  }

  private accepted(evidence: ReturnType<typeof evidenceFor>): Credential | undefined {
    return isCredential(evidence) && (!this.onlyIssued || evidence.source === 'signing') ? evidence : undefined;
  }

  /** `user.token = await sign(user); res.json({ user })`: what is put into something that is sent. */
  assigned({ file, node }: Place): BodyPart[] {
    return file !== this.file || !this.handler || this.onlyIssued ? [] : this.assignedTo({ file, node }, this.handler, node);
  }

  private assignedTo({ file, node }: Place, fn: FunctionNode, here: Node): BodyPart[] {
    const sent = sentMembers(file, node);
    if (sent.length === 0) return [];
    return nodesOf(file, 'AssignmentExpression').flatMap((assignment) => {
      const { left } = assignment;
      if (
        left.type !== 'MemberExpression' ||
        !contains(fn, assignment) ||
        enclosingFunction(assignment) !== enclosingFunction(node) ||
        !isSentWith(file, left, sent)
      )
        return [];
      const credential = this.putInto(file, assignment, memberName(left) ?? '');
      return credential ? [{ node: file === this.file ? assignment : here, credential, source: { file, node: assignment } }] : [];
    });
  }

  private putInto(file: SourceFile, assignment: TSESTree.AssignmentExpression, name: string): Credential | undefined {
    const { right } = assignment;
    const reading = readName(name, file.settings.names);
    const evidence = evidenceFor(file, right);
    if (reading.trade !== undefined || isFromRequest(file, right) || isNothing(right)) return undefined;
    if (evidence === undefined && reading.verdict === 'credential')
      return { ...byPlace(file, assignment, name), kind: reading.kind, reason: `it is ${article(reading.kind)} by its name` };
    return isCredential(evidence) && (evidence.strength !== 'likely' || this.isAuth) ? underKey(evidence, name) : undefined;
  }
}

/** `token: user.generateVerificationToken()`: in a login it is what people sign in with, whatever its maker called it. */
function isMadeForOnce(file: SourceFile, node: Node): boolean {
  const call = bare(node);
  return call.type === 'CallExpression' && readCallName(calleeName(call) ?? '', file.settings.names).trade === 'a one-time token';
}

/** `tokens: { color: '#fff' }`, `tokens: theme.colors`: the parts say what it is of, or the name does. */
function isWrittenOut(file: SourceFile, node: Node): boolean {
  return resolveValue({ file, node }).node.type === 'ObjectExpression' || OF_DESIGN.test(textOf(file, bare(node)));
}

const OF_DESIGN = /theme|colou?r|palette|design|font|spacing|style|typograph|brand|usage|lexer|prompt|completion/i;

/** `tokens: await Token.find()`: records, not the pair that a session has. */
function isList(file: SourceFile, node: Node): boolean {
  const { node: value } = resolveValue({ file, node });
  return value.type === 'ArrayExpression' || (value.type === 'CallExpression' && LISTS.test(calleeName(value) ?? ''));
}

/** `returnTo: \`/sign/${token}\``: a token in an address is another exposure. */
function isAddress(node: Node): boolean {
  const value = bare(node);
  if (value.type === 'TemplateLiteral') return value.quasis.some(({ value: text }) => /[/?]/.test(text.raw));
  return (
    value.type === 'BinaryExpression' &&
    [value.left, value.right].some(
      (side) => (side.type === 'Literal' && typeof side.value === 'string' && /[/?]/.test(side.value)) || isAddress(side),
    )
  );
}

/** A credential under the key that the answer's reader sees; where only a name gave it away, the reason says which. */
function underKey(credential: Credential, key: string): Credential {
  if (key === '' || key === credential.name) return credential;
  return {
    ...credential,
    name: key,
    reason: credential.strength === 'flow' ? credential.reason : credential.reason.replace(/^it /, `\`${credential.name}\` `),
  };
}

/** A value under a key that is a credential's. */
function byKey(file: SourceFile, property: Node, name: string, value: Credential | undefined): Credential {
  if (value?.strength === 'flow') return underKey(value, name);
  const { kind } = readName(name, file.settings.names);
  return { ...(value ?? byPlace(file, property, name)), name, kind, reason: `it is ${article(kind)} by its name` };
}

function byPlace(file: SourceFile, node: Node, name: string): Credential {
  return { node, file, name, kind: 'token', strength: 'likely', reason: 'it is sent where people sign in' };
}

function byHolder(file: SourceFile, node: Node, name: string): Credential {
  return { node, file, name, kind: 'token', strength: 'likely', reason: `\`${name}\` is made where people sign in` };
}
