import type { ResponseBody } from '../apis/server/index.ts';
import { readCallName, readName } from '../credentials/names.ts';
import type { Place } from '../flow/resolve.ts';
import { resolveValue } from '../flow/resolve.ts';
import { argumentAt, calleeName, parameterOf, returnsOf } from '../syntax/functions.ts';
import { calledFunction, callsTo } from '../flow/calls.ts';
import type { CallNode, FunctionNode, Node, TSESTree } from '../syntax/nodes.ts';
import { bare, contains, enclosingFunction, memberName, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf } from '../syntax/source-file.ts';
import { isAuthPlace, isLoginPlace } from './auth-places.ts';
import type { Credential } from './credential.ts';
import { isCredential, NOT_A_CREDENTIAL } from './credential.ts';
import { article, evidenceFor } from './evidence.ts';
import { isFromRequest } from './request-echo.ts';
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

/** Calls that give a list, which no pair of tokens is. */
const LISTS = /^(?:map|flatMap|filter|find|findAll|findMany|findAndCountAll|aggregate|slice|sort|toArray|keys|values|entries|from)$/;
/** Classes and functions that put an answer around what they get: `new ApiResponse(200, data)`, `success(data)`. */
const ENVELOPES =
  /(?:response|resp|reply|result|success|payload|envelope|dto|wrapper?|formatter?|ok)$|^(?:response|success|format|wrap|ok|result|serialize|transform)/i;
/** Functions that are called so and are told of something, or act: `onSuccess(event, { tokens })`, `handleErrorResponse(tokens)`. */
const NO_ENVELOPE = /^(?:on|handle|is|has|check|validate|parse|log|verify)[A-Z]|error|fail|invalid/;
/** What a function is handed that answers by itself, or sets cookies. */
const CONTEXT = /^_?(?:req|request|res|response|reply|ctx|context|c|event|next)$/;

/** What counts as a token in one handler's answers: there `token` is more than a name where people sign in. */
class BodyContext {
  private readonly file: SourceFile;
  private readonly handler: FunctionNode | undefined;
  /** Whether only tokens that were seen to be signed count: a service's result may go elsewhere than into an answer. */
  private readonly onlyIssued: boolean;
  private readonly isAuth: boolean;

  constructor(file: SourceFile, { handler, ofService = false }: ResponseBody) {
    this.file = file;
    this.handler = handler;
    this.onlyIssued = ofService;
    this.isAuth = isAuthPlace(file, handler);
  }

  /** The credentials in an expression that is sent. `sent` stands for it in this file where it is written in another. */
  within({ file, node }: Place, depth: number, sent: Node = bare(node)): BodyPart[] {
    const inner = bare(node);
    if (depth <= 0) return [];
    const here = file === this.file ? inner : sent;
    const value = resolveValue({ file, node: inner });
    switch (value.node.type) {
      case 'ObjectExpression':
        return value.node.properties.flatMap((property) => this.inProperty(value.file, property, here, depth));
      case 'ConditionalExpression':
        return [value.node.consequent, value.node.alternate].flatMap((one) =>
          this.within({ file: value.file, node: one }, depth - 1, here),
        );
      default:
    }
    if (isFromRequest(file, inner)) return [];
    const evidence = this.accepted(evidenceFor(file, inner));
    if (evidence && (evidence.strength !== 'likely' || (this.isAuth && inner.type === 'Identifier')))
      return this.onlyIssued ? [] : [{ node: here, credential: evidence, source: { file, node: inner } }];
    const parts =
      value.node.type === 'CallExpression' || value.node.type === 'NewExpression' ? this.ofCall(value, value.node, depth, here) : [];
    return [...parts, ...this.whole(file, inner, here), ...this.handedOver(file, inner, depth)];
  }

  /** What a call puts into the answer: what it copies, what it wraps, what its function gives back. */
  private ofCall({ file }: Place, call: CallNode, depth: number, sent: Node): BodyPart[] {
    const name = calleeName(call) ?? '';
    const given = (): BodyPart[] =>
      call.arguments.flatMap((one) => (one.type === 'SpreadElement' ? [] : this.within({ file, node: one }, depth - 1, sent)));
    if (COPIES.test(name)) return given();
    const called = calledFunction(file, call);
    if (called) return returnsOf(called.node).flatMap((one) => this.within({ file: called.file, node: one }, depth - 1, sent));
    return ENVELOPES.test(name) &&
      !NO_ENVELOPE.test(name) &&
      !call.arguments.some((one) => one.type === 'Identifier' && CONTEXT.test(one.name))
      ? given()
      : [];
  }

  /** `const ok = (res, data) => res.json(data)`: what the helper is called with. */
  private handedOver(file: SourceFile, node: Node, depth: number): BodyPart[] {
    const parameter = file === this.file ? parameterOf(file, node) : undefined;
    return parameter
      ? callsTo(file, parameter.fn).flatMap((call) => {
          const given = argumentAt(call, parameter.index);
          return given ? this.within({ file, node: given }, depth - 1) : [];
        })
      : [];
  }

  /** `res.send(tokens)`, `{ ...tokens }`: an object whose name says that it is made of tokens. */
  private whole(file: SourceFile, node: Node, sent: Node): BodyPart[] {
    const name = node.type === 'Identifier' ? node.name : node.type === 'MemberExpression' ? memberName(node) : undefined;
    if (name === undefined || this.onlyIssued || !this.isAuth || !/tokens$/i.test(name) || isList(file, node)) return [];
    const reading = readName(name, file.settings.names);
    return reading.verdict === 'other' ? [] : [{ node: sent, credential: byHolder(file, node, name), source: { file, node } }];
  }

  private inProperty(file: SourceFile, property: TSESTree.ObjectLiteralElement, sent: Node, depth: number): BodyPart[] {
    if (property.type === 'SpreadElement') return this.within({ file, node: property.argument }, depth - 1, sent);
    const name = propertyName(property);
    const reading = readName(name ?? '', file.settings.names);
    if (reading.trade !== undefined || isFromRequest(file, property.value)) return [];
    const credential = this.credentialOf(file, property, name ?? '', reading.verdict);
    if (credential) return [{ node: file === this.file ? property : sent, credential, source: { file, node: property } }];
    return /^(?:Identifier|ObjectExpression|MemberExpression|CallExpression|ConditionalExpression)$/.test(bare(property.value).type)
      ? this.within({ file, node: property.value }, depth - 1, file === this.file ? bare(property.value) : sent)
      : [];
  }

  private credentialOf(file: SourceFile, property: TSESTree.Property, name: string, verdict: string): Credential | undefined {
    if (isEmpty(property.value) || isAddress(property.value)) return undefined;
    const evidence = evidenceFor(file, property.value);
    const value = isCredential(evidence) ? evidence : undefined;
    if (this.onlyIssued) return this.accepted(evidence) && underKey(value!, name);
    if (evidence === NOT_A_CREDENTIAL) {
      return verdict === 'likely' && isLoginPlace(this.file, this.handler) && isMadeForOnce(file, property.value)
        ? byPlace(file, property, name)
        : undefined;
    }
    if (verdict === 'credential') {
      const { kind } = readName(name, file.settings.names);
      return value?.strength === 'flow'
        ? underKey(value, name)
        : { ...(value ?? byPlace(file, property, name)), name, kind, reason: `it is ${article(kind)} by its name` };
    }
    if (value && (value.strength !== 'likely' || this.isAuth)) return underKey(value, name);
    if (verdict === 'likely' && this.isAuth) return byPlace(file, property, name);
    if (verdict === 'holder' && this.isAuth && /tokens$/i.test(name) && !isList(file, property.value))
      return byHolder(file, property, name);
    return undefined;
  }

  private accepted(evidence: ReturnType<typeof evidenceFor>): Credential | undefined {
    return isCredential(evidence) && (!this.onlyIssued || evidence.source === 'signing') ? evidence : undefined;
  }

  /** `user.token = await sign(user); res.json({ user })`: what is put into something that is sent. */
  assigned({ file, node }: Place): BodyPart[] {
    const { handler } = this;
    if (file !== this.file || !handler || this.onlyIssued) return [];
    const sent = sentMembers(file, node);
    return sent.length === 0
      ? []
      : nodesOf(file, 'AssignmentExpression').flatMap((assignment) => {
          const { left } = assignment;
          if (
            left.type !== 'MemberExpression' ||
            !contains(handler, assignment) ||
            enclosingFunction(assignment) !== enclosingFunction(node) ||
            !isSentWith(file, left, sent)
          )
            return [];
          const name = memberName(left) ?? '';
          const reading = readName(name, file.settings.names);
          const evidence = evidenceFor(file, assignment.right);
          if (
            reading.trade !== undefined ||
            !isCredential(evidence) ||
            (evidence.strength === 'likely' && !this.isAuth) ||
            isFromRequest(file, assignment.right)
          )
            return [];
          return [{ node: assignment, credential: underKey(evidence, name), source: { file, node: assignment } }];
        });
  }
}

/** `token: user.generateVerificationToken()`: in a login it is what people sign in with, whatever its maker called it. */
function isMadeForOnce(file: SourceFile, node: Node): boolean {
  const call = bare(node);
  return call.type === 'CallExpression' && readCallName(calleeName(call) ?? '', file.settings.names).trade === 'a one-time token';
}

/** `tokens: await Token.find()`: records, not the pair that a session has. */
function isList(file: SourceFile, node: Node): boolean {
  const { node: value } = resolveValue({ file, node });
  return value.type === 'ArrayExpression' || (value.type === 'CallExpression' && LISTS.test(calleeName(value) ?? ''));
}

/** `token: null`, `accessToken: ''`: what is sent where there is none. */
function isEmpty(node: Node): boolean {
  const value = bare(node);
  if (value.type === 'UnaryExpression') return value.operator === 'void';
  return (
    (value.type === 'Literal' && (value.value === null || value.value === '')) ||
    (value.type === 'Identifier' && value.name === 'undefined')
  );
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

function byPlace(file: SourceFile, node: Node, name: string): Credential {
  return { node, file, name, kind: 'token', strength: 'likely', reason: 'it is sent where people sign in' };
}

function byHolder(file: SourceFile, node: Node, name: string): Credential {
  return { node, file, name, kind: 'token', strength: 'likely', reason: `\`${name}\` is made where people sign in` };
}
