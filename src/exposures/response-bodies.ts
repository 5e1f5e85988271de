import path from 'node:path';
import type { Variable } from '@typescript-eslint/scope-manager';
import { servers } from '../apis/server/index.ts';
import type { ResponseBody } from '../apis/server/index.ts';
import { handlerNames, routeOfHandler } from '../apis/server/routes.ts';
import { readCallName, readName } from '../credentials/names.ts';
import { splitWords } from '../credentials/words.ts';
import { bindingOf, valuesOf, variableOf } from '../syntax/bindings.ts';
import type { Place } from '../syntax/follow.ts';
import { valueOf } from '../syntax/follow.ts';
import { argumentAt, calleeName, callsTo, parameterOf } from '../syntax/functions.ts';
import { mentions } from '../syntax/hints.ts';
import type { FunctionNode, Node, TSESTree } from '../syntax/nodes.ts';
import { bare, contains, enclosingFunction, enclosingStatement, memberName, propertyName } from '../syntax/nodes.ts';
import { runtimeAt } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, perFile, textOf } from '../syntax/source-file.ts';
import type { Credential } from './credential.ts';
import { isCredential, NOT_A_CREDENTIAL } from './credential.ts';
import { article, evidenceFor } from './evidence.ts';
import type { BodyExposure } from './exposure.ts';
import { signingsOf } from './token-sources.ts';

/** Text without which no handler answers with a body. */
export const BODY_HINT = /\.(?:json|jsonp|send|end)\s*\(/;

/** Session credentials in the bodies of a server's answers. */
export const bodyExposures = perFile((file): readonly BodyExposure[] => {
  const found = new Map<Node, BodyExposure>();
  for (const api of servers) {
    if (!api.responses || !mentions(file, api.hint)) continue;
    for (const response of api.responses(file)) {
      if (isProgrammatic(file, response.handler) || runtimeAt(file, response.node) === 'browser') continue;
      for (const part of partsOf(file, response)) {
        if (!found.has(part.node)) found.set(part.node, { kind: 'response-body', file, node: part.node, credential: part.credential, response: response.node, ...(response.handler && { handler: response.handler }) });
      }
    }
  }
  return [...found.values()];
});

interface BodyPart {
  readonly node: Node;
  readonly credential: Credential;
}

function partsOf(file: SourceFile, response: ResponseBody): BodyPart[] {
  const context = new BodyContext(file, response.handler);
  return [...context.within(response.body, 5), ...context.assigned(response.body)];
}

/** Calls that give back what they got, whole or copied. */
const COPIES = /^(?:stringify|assign|cloneDeep|pick)$/;
/** Methods that give a record as a plain object. */
const AS_PLAIN = /^(?:toObject|toJSON|lean|get)$/;
/** Calls that give a list, which no pair of tokens is. */
const LISTS = /^(?:map|flatMap|filter|find|findAll|findMany|findAndCountAll|aggregate|slice|sort|toArray|keys|values|entries|from)$/;

/** What counts as a token in one handler's answers: there `token` is more than a name where people sign in. */
class BodyContext {
  private readonly file: SourceFile;
  private readonly handler: FunctionNode | undefined;
  private readonly isAuth: boolean;

  constructor(file: SourceFile, handler: FunctionNode | undefined) {
    this.file = file;
    this.handler = handler;
    this.isAuth = isAuthPlace(file, handler);
  }

  /** The credentials in an expression that is sent. */
  within({ file, node }: Place, depth: number): BodyPart[] {
    const inner = bare(node);
    if (depth <= 0) return [];
    if (inner.type === 'CallExpression' && COPIES.test(calleeName(inner) ?? '')) {
      return inner.arguments.flatMap((one) => (one.type === 'SpreadElement' ? [] : this.within({ file, node: one }, depth - 1)));
    }
    if (inner.type === 'ConditionalExpression') return [inner.consequent, inner.alternate].flatMap((one) => this.within({ file, node: one }, depth - 1));
    const value = valueOf({ file, node: inner });
    if (value.node.type === 'ObjectExpression') return value.node.properties.flatMap((property) => this.inProperty(value.file, property, inner, depth));
    if (inner.type === 'ObjectExpression') return [];
    if (isFromRequest(file, inner)) return [];
    const evidence = evidenceFor(file, inner);
    if (isCredential(evidence) && (evidence.strength !== 'likely' || (this.isAuth && inner.type === 'Identifier'))) return [{ node: this.reportable(file, inner, inner), credential: evidence }];
    return [...this.whole(file, inner), ...this.handedOver(file, inner, depth)];
  }

  /** `const ok = (res, data) => res.json(data)`: what the helper is called with. */
  private handedOver(file: SourceFile, node: Node, depth: number): BodyPart[] {
    const parameter = parameterOf(file, node);
    return parameter ? callsTo(file, parameter.fn).flatMap((call) => {
      const given = argumentAt(call, parameter.index);
      return given ? this.within({ file, node: given }, depth - 1) : [];
    }) : [];
  }

  /** `res.send(tokens)`, `{ ...tokens }`: an object whose name says that it is made of tokens. */
  private whole(file: SourceFile, node: Node): BodyPart[] {
    const name = node.type === 'Identifier' ? node.name : node.type === 'MemberExpression' ? memberName(node) : undefined;
    if (name === undefined || !this.isAuth || !/tokens$/i.test(name) || isList(file, node)) return [];
    const reading = readName(name, file.settings.names);
    return reading.verdict === 'other' ? [] : [{ node, credential: byHolder(file, node, name) }];
  }

  private inProperty(file: SourceFile, property: TSESTree.ObjectLiteralElement, sent: Node, depth: number): BodyPart[] {
    if (property.type === 'SpreadElement') return this.within({ file, node: property.argument }, depth - 1);
    const name = propertyName(property);
    const reading = readName(name ?? '', file.settings.names);
    if (reading.trade !== undefined || isFromRequest(file, property.value)) return [];
    const credential = this.credentialOf(file, property, name ?? '', reading.verdict);
    if (credential) return [{ node: this.reportable(file, property, sent), credential }];
    return /^(?:Identifier|ObjectExpression|MemberExpression|CallExpression|ConditionalExpression)$/.test(bare(property.value).type) ? this.within({ file, node: property.value }, depth - 1) : [];
  }

  private credentialOf(file: SourceFile, property: TSESTree.Property, name: string, verdict: string): Credential | undefined {
    if (isEmpty(property.value)) return undefined;
    const evidence = evidenceFor(file, property.value);
    const value = isCredential(evidence) ? evidence : undefined;
    if (evidence === NOT_A_CREDENTIAL) {
      return verdict === 'likely' && this.isLogin() && isMadeForOnce(file, property.value) ? byPlace(file, property, name) : undefined;
    }
    if (verdict === 'credential') {
      const { kind } = readName(name, file.settings.names);
      return value?.strength === 'flow' ? underKey(value, name) : { ...(value ?? byPlace(file, property, name)), name, kind, reason: `it is ${article(kind)} by its name` };
    }
    if (value && (value.strength !== 'likely' || this.isAuth)) return underKey(value, name);
    if (verdict === 'likely' && this.isAuth) return byPlace(file, property, name);
    if (verdict === 'holder' && this.isAuth && /tokens$/i.test(name) && !isList(file, property.value)) return byHolder(file, property, name);
    return undefined;
  }

  /** `user.token = await sign(user); res.json({ user })`: what is put into something that is sent. */
  assigned({ file, node }: Place): BodyPart[] {
    if (file !== this.file || !this.handler) return [];
    const sent = this.sentMembers(node, 5);
    return nodesOf(file, 'AssignmentExpression').flatMap((assignment) => {
      const { left } = assignment;
      if (left.type !== 'MemberExpression' || !contains(this.handler!, assignment) || enclosingFunction(assignment) !== enclosingFunction(node)) return [];
      const filled = memberPath(left);
      const variable = filled && variableOf(file, filled.root);
      const name = memberName(left) ?? '';
      // What is put into the user is sent where the user is, not where only the user's name is.
      if (!variable || !sent.some((one) => one.variable === variable && one.steps.length < filled.steps.length && one.steps.every((step, i) => step === filled.steps[i]))) return [];
      const reading = readName(name, file.settings.names);
      const evidence = evidenceFor(file, assignment.right);
      if (reading.trade !== undefined || !isCredential(evidence) || (evidence.strength === 'likely' && !this.isAuth) || isFromRequest(file, assignment.right)) return [];
      return [{ node: assignment, credential: underKey(evidence, name) }];
    });
  }

  /** The variables and members whose whole values are in what is sent. */
  private sentMembers(node: Node, depth: number): { readonly variable: Variable; readonly steps: readonly string[] }[] {
    const inner = bare(node);
    if (depth <= 0) return [];
    const all = (nodes: readonly (Node | null)[]): ReturnType<typeof this.sentMembers> => nodes.flatMap((one) => (one ? this.sentMembers(one, depth - 1) : []));
    switch (inner.type) {
      case 'ObjectExpression':
        return all(inner.properties.map((property) => (property.type === 'SpreadElement' ? property.argument : property.value)));
      case 'ArrayExpression':
        return all(inner.elements);
      case 'ConditionalExpression':
        return all([inner.consequent, inner.alternate]);
      case 'LogicalExpression':
        return all([inner.left, inner.right]);
      case 'CallExpression': {
        const name = calleeName(inner) ?? '';
        if (AS_PLAIN.test(name) && inner.callee.type === 'MemberExpression') return all([inner.callee.object]);
        return COPIES.test(name) ? all(inner.arguments) : [];
      }
      case 'Identifier':
      case 'MemberExpression': {
        const value = valueOf({ file: this.file, node: inner });
        const path = memberPath(inner);
        const variable = path && variableOf(this.file, path.root);
        const own = variable ? [{ variable, steps: path.steps }] : [];
        return value.file === this.file && value.node.type === 'ObjectExpression' ? [...own, ...all([value.node])] : own;
      }
      default:
        return [];
    }
  }

  /** The property where it is written in this file, else what is sent. */
  private reportable(file: SourceFile, node: Node, sent: Node): Node {
    return file === this.file ? node : sent;
  }

  private isLogin(): boolean {
    if (!this.handler) return false;
    // A path such as `/` leaves it to the file.
    const names = handlerNames(this.file, this.handler).filter((name) => /[a-z]/i.test(name));
    if (names.length > 0) return names.some((name) => /log-?_?in|sign-?_?(?:in|up)|register|auth/i.test(name));
    return /log-?_?in|sign-?_?(?:in|up)|register|auth|user/i.test(path.basename(this.file.path));
  }
}

const AUTH_WORDS = new Set(['auth', 'authenticate', 'authentication', 'authorize', 'login', 'logon', 'signin', 'signup', 'sign', 'register', 'registration', 'session', 'sessions', 'oauth', 'sso', 'account', 'accounts', 'token', 'refresh', 'jwt', 'user', 'users', 'passport', 'credential', 'credentials', 'me']);

/** Whether a handler is one where people sign in: by its route, its name, its file, or by what it does. */
function isAuthPlace(file: SourceFile, handler: FunctionNode | undefined): boolean {
  const own = handler ? handlerNames(file, handler).map(splitWords) : [];
  // The token that an anti-forgery endpoint hands out has to be read by scripts.
  if (own.some((words) => words.includes('csrf') || words.includes('xsrf'))) return false;
  if ([splitWords(path.basename(file.path)), ...own].some((words) => words.some((word) => AUTH_WORDS.has(word)))) return true;
  if (signingsOf(file).size > 0) return true;
  return handler !== undefined && /\bpassword\b|bcrypt|argon2/i.test(textOf(file, handler));
}

/** `token: user.generateVerificationToken()`: in a login it is what people sign in with, whatever its maker called it. */
function isMadeForOnce(file: SourceFile, node: Node): boolean {
  const call = bare(node);
  return call.type === 'CallExpression' && readCallName(calleeName(call) ?? '', file.settings.names).trade === 'a one-time token';
}

/** `tokens: await Token.find()`: records, not the pair that a session has. */
function isList(file: SourceFile, node: Node): boolean {
  const { node: value } = valueOf({ file, node });
  return value.type === 'ArrayExpression' || (value.type === 'CallExpression' && LISTS.test(calleeName(value) ?? ''));
}

/** `token: null`, `accessToken: ''`: what is sent where there is none. */
function isEmpty(node: Node): boolean {
  const value = bare(node);
  if (value.type === 'UnaryExpression') return value.operator === 'void';
  return (value.type === 'Literal' && (value.value === null || value.value === '')) || (value.type === 'Identifier' && value.name === 'undefined');
}

/** The parts of a request that its sender wrote. Its cookies and its session are not: scripts need not know what is in them. */
const WRITTEN_BY_SENDER = /^(?:body|query|params?|headers?|get|url|token|accessToken|bearerToken)$/;

/** `token: req.query.token`: what the caller sent is not what the server issues. */
function isFromRequest(file: SourceFile, node: Node, depth = 6): boolean {
  const inner = bare(node);
  if (depth <= 0) return false;
  if (inner.type === 'LogicalExpression') return isFromRequest(file, inner.left, depth - 1) && isFromRequest(file, inner.right, depth - 1);
  const steps = stepsFromRequest(file, inner, depth)?.filter((step) => step !== 'req' && step !== 'request');
  return steps?.[0] !== undefined && WRITTEN_BY_SENDER.test(steps[0]);
}

/** The members, and methods, by which a value comes from a request: `headers`, `authorization`, `split` of `req.headers.authorization.split(' ')[1]`. */
function stepsFromRequest(file: SourceFile, node: Node, depth: number): readonly (string | undefined)[] | undefined {
  const inner = bare(node);
  if (depth <= 0) return undefined;
  switch (inner.type) {
    case 'MemberExpression': {
      const before = stepsFromRequest(file, inner.object, depth);
      return before && [...before, memberName(inner)];
    }
    case 'CallExpression':
      return inner.callee.type === 'MemberExpression' ? stepsFromRequest(file, inner.callee, depth) : undefined;
    case 'Identifier': {
      if (/^(?:req|request|ctx|c|event)$/.test(inner.name)) return [];
      const variable = variableOf(file, inner);
      const binding = variable && bindingOf(variable);
      // ({ body: { token } }, res) => …
      if (binding?.kind === 'parameter') return binding.node.type === 'ObjectPattern' && binding.index === 0 ? binding.path : undefined;
      if (binding?.kind !== 'value' || valuesOf(variable!).length > (binding.path.length === 0 ? 1 : 0)) return undefined;
      const before = stepsFromRequest(file, binding.init, depth - 1);
      return before && [...before, ...binding.path];
    }
    default:
      return undefined;
  }
}

/** `user` and `['dataValues', 'token']` of `user.dataValues.token`. Undefined where a step is computed or the root is no name. */
function memberPath(node: Node): { readonly root: TSESTree.Identifier; readonly steps: readonly string[] } | undefined {
  const steps: string[] = [];
  let at = bare(node);
  for (; at.type === 'MemberExpression'; at = bare(at.object)) {
    const name = memberName(at);
    if (name === undefined) return undefined;
    steps.unshift(name);
  }
  return at.type === 'Identifier' ? { root: at, steps } : undefined;
}

/**
 * An endpoint for programs: listed in the settings, or one whose path ends in `/token`, which sets no cookie and carries
 * the comment that says so.
 */
function isProgrammatic(file: SourceFile, handler: FunctionNode | undefined): boolean {
  const route = handler && routeOfHandler(file, handler);
  if (route?.path === undefined || route.path.length < 2) return false;
  const { path: routePath, node } = route;
  if (file.settings.programmaticEndpoints.some((endpoint) => endpoint === routePath || endpoint.endsWith(routePath))) return true;
  if (!/\/tokens?\/?$/.test(routePath) || /\.cookie\s*\(|set-cookie/i.test(textOf(file, handler!))) return false;
  return [node, handler!].some((one) => /programmatic (?:API )?clients only[^*]*(?:\*[^/][^*]*)*\*\/$/i.test(textBefore(file, one)));
}

/** The text before the statement that a node is part of, up to its doc comment's end. */
function textBefore(file: SourceFile, node: Node): string {
  const statement = enclosingStatement(node);
  const outer = statement.parent?.type.startsWith('Export') ? statement.parent : statement;
  return file.text.slice(0, outer.range[0]).trimEnd();
}

/** A credential under the key that the answer's reader sees; where only a name gave it away, the reason says which. */
function underKey(credential: Credential, key: string): Credential {
  if (key === '' || key === credential.name) return credential;
  return { ...credential, name: key, reason: credential.strength === 'flow' ? credential.reason : credential.reason.replace(/^it /, `\`${credential.name}\` `) };
}

function byPlace(file: SourceFile, node: Node, name: string): Credential {
  return { node, file, name, kind: 'token', strength: 'likely', reason: 'it is sent where people sign in' };
}

function byHolder(file: SourceFile, node: Node, name: string): Credential {
  return { node, file, name, kind: 'token', strength: 'likely', reason: `\`${name}\` is made where people sign in` };
}

