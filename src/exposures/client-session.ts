import { clientSessions } from '../apis/auth/index.ts';
import type { SessionMaker } from '../apis/auth/index.ts';
import { readName } from '../credentials/names.ts';
import type { CredentialKind } from '../credentials/names.ts';
import { mentioned } from '../syntax/hints.ts';
import { resolveValue } from '../flow/resolve.ts';
import { calledFunction } from '../flow/calls.ts';
import { calleeName, returnsOf } from '../syntax/functions.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { bare, contains, fixedName, isAssignmentTarget, isNothing, memberName, propertyName } from '../syntax/nodes.ts';
import { runtimeAt } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, nodesWithin, perFile, textOf } from '../syntax/source-file.ts';
import { isCredential, NOT_A_CREDENTIAL } from './credential.ts';
import { evidenceFor } from './evidence.ts';
import { article } from './named-evidence.ts';
import type { ClientSessionExposure } from './exposure.ts';
import { first } from './first.ts';
import { isRedacted } from './redaction.ts';

/** Text without which no file makes or reads such a session. */
export const CLIENT_SESSION_HINT = /next-auth|@auth\/|NextAuth/;

const sessionApisIn = mentioned(clientSessions);

/** Credentials in sessions that are sent to the page: where they are put in, where a type promises them, where they are read. */
export const clientSessionExposures = perFile((file): readonly ClientSessionExposure[] =>
  sessionApisIn(file).flatMap((api) => {
    const found = new Map<Node, ClientSessionExposure>();
    const add = (form: ClientSessionExposure['form'], { node, kind, reason }: Found): void =>
      void found.set(node, { kind: 'token-in-client-session', form, file, node, what: article(kind), reason });
    for (const maker of api.makers(file)) for (const one of inMaker(file, maker, 3)) add('callback', one);
    for (const member of api.types(file)) {
      const promised = promisedBy(file, member) ?? first(membersOfType(file, member), (one) => promisedBy(file, one));
      if (promised) add('type', { node: member, ...promised });
    }
    for (const { node, name } of api.reads(file)) {
      const { verdict, kind } = readName(name, file.settings.names);
      if ((verdict === 'credential' || verdict === 'likely') && runtimeAt(file, node) !== 'server' && !isAssignmentTarget(node))
        add('read', { node, kind, reason: `\`${name}\` is ${article(kind)} by its name` });
    }
    return [...found.values()];
  }),
);

interface Found {
  readonly node: Node;
  readonly kind: CredentialKind;
  readonly reason: string;
}

/** What a function puts into the session: by assignment, by `Object.assign`, in what it returns, through a helper of the file. */
function* inMaker(file: SourceFile, maker: SessionMaker, depth: number): Generator<Found> {
  const { fn } = maker;
  for (const assignment of nodesOf(file, 'AssignmentExpression'))
    if (contains(fn, assignment)) yield* inAssignment(file, maker, assignment);
  for (const call of nodesWithin(file, 'CallExpression', fn)) yield* inAssign(file, maker, call);
  for (const returned of returnsOf(fn)) {
    yield* inObject(file, maker, returned, 4);
    if (depth > 0) yield* inHelper(file, maker, returned, depth);
  }
}

/** `session.accessToken = token.accessToken`. */
function* inAssignment(file: SourceFile, maker: SessionMaker, assignment: TSESTree.AssignmentExpression): Generator<Found> {
  const { left, right } = assignment;
  if (left.type !== 'MemberExpression' || !isOfSession(file, left.object, maker.session)) return;
  const found = put(file, maker, memberName(left) ?? '', right);
  if (found) yield { ...found, node: assignment };
  else yield* inObject(file, maker, right, 4);
}

/** `Object.assign(session, { accessToken })`. */
function* inAssign(file: SourceFile, maker: SessionMaker, call: TSESTree.CallExpression): Generator<Found> {
  const [target, ...sources] = call.arguments;
  if (calleeName(call) !== 'assign' || !target || target.type === 'SpreadElement' || !isOfSession(file, target, maker.session)) return;
  for (const source of sources) if (source.type !== 'SpreadElement') yield* inObject(file, maker, source, 4);
}

/** Whether an expression is the session or a part of it: `session`, `session.user`, `(session as any)`. */
function isOfSession(file: SourceFile, node: Node, session: string): boolean {
  let at = bare(node);
  for (let steps = 0; steps < 6; steps++) {
    if (textOf(file, at) === session) return true;
    const next = at.type === 'MemberExpression' ? at.object : aliased(file, at);
    if (!next) return false;
    at = bare(next);
  }
  return false;
}

/** What a constant is another name for: `session` of `const own = session as AppSession`. */
export function aliased(file: SourceFile, node: Node): Node | undefined {
  const inner = bare(node);
  if (inner.type !== 'Identifier') return undefined;
  const place = resolveValue({ file, node: inner });
  return place.file === file && place.node !== inner && /^(?:Identifier|MemberExpression)$/.test(place.node.type) ? place.node : undefined;
}

/** The properties of an object that goes into the session, and the token that is spread into it. */
function* inObject(file: SourceFile, maker: SessionMaker, node: Node, depth: number): Generator<Found> {
  const { node: object, file: home } = resolveValue({ file, node: bare(node) });
  if (isWholeToken(file, maker, node)) yield { node, kind: 'token', reason: WHOLE };
  if (object.type !== 'ObjectExpression' || home !== file || depth <= 0) return;
  for (const property of object.properties) {
    if (property.type === 'SpreadElement') {
      if (isWholeToken(file, maker, property.argument)) yield { node: property, kind: 'token', reason: WHOLE };
      continue;
    }
    const found = put(file, maker, propertyName(property) ?? '', property.value);
    if (found) yield { ...found, node: property };
    else yield* inObject(file, maker, property.value, depth - 1);
  }
}

/** `return withTokens(session, token)`. */
function* inHelper(file: SourceFile, maker: SessionMaker, returned: Node, depth: number): Generator<Found> {
  const call = bare(returned);
  const called = call.type === 'CallExpression' ? calledFunction(file, call) : undefined;
  if (call.type !== 'CallExpression' || called?.file !== file) return;
  const nameOf = (given: string | undefined): string | undefined => {
    const index = call.arguments.findIndex((one) => given !== undefined && textOf(file, one) === given);
    const parameter = called.node.params[index];
    return parameter?.type === 'Identifier' ? parameter.name : undefined;
  };
  const [session, token] = [nameOf(maker.session), nameOf(maker.token)];
  if (session !== undefined) yield* inMaker(file, { ...maker, fn: called.node, session, token }, depth - 1);
}

const WHOLE = 'it is the whole token, with what the jwt callback put into it';

function isWholeToken(file: SourceFile, { token, isTokenFilled }: SessionMaker, node: Node): boolean {
  return isTokenFilled && token !== undefined && textOf(file, bare(node)) === token;
}

/** What a member of the session is given, where that is a credential. */
function put(file: SourceFile, maker: SessionMaker, name: string, value: Node): Omit<Found, 'node'> | undefined {
  const inner = bare(value);
  const reading = readName(name, file.settings.names);
  if (reading.trade !== undefined || isRedacted(file, inner)) return undefined;
  if (textOf(file, inner) === maker.token) return isWholeToken(file, maker, inner) ? { kind: 'token', reason: WHOLE } : undefined;
  const evidence = evidenceFor(file, inner);
  if (evidence === NOT_A_CREDENTIAL || isNothing(inner)) return undefined;
  if (isCredential(evidence)) return { kind: evidence.kind, reason: evidence.reason };
  return reading.verdict === 'credential' || reading.verdict === 'likely'
    ? { kind: reading.kind, reason: `it is ${article(reading.kind)} by its name` }
    : inUser(file, maker, inner);
}

/** `token.user`: the user whom a sign-in returned, with the token that it put there. */
function inUser(file: SourceFile, maker: SessionMaker, value: Node): Omit<Found, 'node'> | undefined {
  const { token, userMembers, users } = maker;
  if (value.type !== 'MemberExpression' || textOf(file, bare(value.object)) !== token || !userMembers.has(memberName(value) ?? ''))
    return undefined;
  // What the object is made of is judged as what is put into a session.
  const [held] = users.flatMap((one) => [...inObject(file, { ...maker, users: [] }, one, 4)]);
  return held && { kind: held.kind, reason: `it is the user that \`authorize\` returns, with ${article(held.kind)} in it` };
}

/** The credential that a type's member promises. */
function promisedBy(file: SourceFile, member: TSESTree.TypeElement): Omit<Found, 'node'> | undefined {
  const name = member.type === 'TSPropertySignature' ? fixedName(member.key, member.computed) : undefined;
  if (name === undefined || member.type !== 'TSPropertySignature') return undefined;
  const type = member.typeAnnotation?.typeAnnotation.type;
  if (type !== undefined && /^TS(?:Boolean|Number|Undefined|Null|Never|Array|Function)/.test(type)) return undefined;
  const { verdict, kind } = readName(name, file.settings.names);
  return verdict === 'credential' || verdict === 'likely' ? { kind, reason: `\`${name}\` is ${article(kind)} by its name` } : undefined;
}

/** The members of an interface of the file that a member is of: `user: User`. */
function membersOfType(file: SourceFile, member: TSESTree.TypeElement): readonly TSESTree.TypeElement[] {
  const type = member.type === 'TSPropertySignature' ? member.typeAnnotation?.typeAnnotation : undefined;
  const parts = type?.type === 'TSIntersectionType' ? type.types : type ? [type] : [];
  return parts.flatMap((part) => {
    const name = part.type === 'TSTypeReference' && part.typeName.type === 'Identifier' ? part.typeName.name : undefined;
    return name === undefined
      ? []
      : nodesOf(file, 'TSInterfaceDeclaration')
          .filter(({ id }) => id.name === name)
          .flatMap(({ body }) => body.body);
  });
}
