import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { typeImportedModules, importedModules } from '../../syntax/imports.ts';
import type { FunctionNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, isFunction, memberName, propertyName } from '../../syntax/nodes.ts';
import { shapeOf } from '../../flow/objects.ts';
import { argumentAt, returnsOf } from '../../syntax/functions.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, nodesWithin, textOf } from '../../syntax/source-file.ts';
import { readName } from '../../credentials/names.ts';
import { secretsIn } from '../server/session-middleware.ts';
import type { ClientSessionApi, SessionMaker, SessionSource, TokenKeeping } from './client-session-api.ts';

const MODULE = /^(?:next-auth|@auth\/[\w-]+)(?:\/|$)/;

/**
 * NextAuth and Auth.js: what the `session` callback returns is what `useSession()` gives to scripts and what
 * `/api/auth/session` answers; the `jwt` callback's token stays in an encrypted HttpOnly cookie.
 * https://authjs.dev/guides/extending-the-session, https://next-auth.js.org/configuration/callbacks#session-callback
 */
export const nextAuth: ClientSessionApi = {
  id: 'next-auth',
  hint: /next-auth|@auth\/|NextAuth/,
  *makers(file) {
    if (!usesNextAuth(file)) return;
    for (const property of nodesOf(file, 'Property')) {
      if (property.parent.type !== 'ObjectExpression' || propertyName(property) !== 'session') continue;
      const { node } = resolveValue({ file, node: property.value });
      const maker = isFunction(node) && !isForServerOnly(file, property.parent) ? makerOf(file, node, property.parent) : undefined;
      if (maker) yield maker;
    }
  },
  keepingOf(file, { callbacks }) {
    return keepingBeside(file, callbacks);
  },
  *types(file) {
    for (const declaration of nodesOf(file, 'TSInterfaceDeclaration')) {
      if (isAugmentedSession(declaration) || declaration.extends.some(({ expression }) => isSessionType(file, expression)))
        yield* membersOf(file, declaration.body.body);
    }
    for (const { types } of nodesOf(file, 'TSIntersectionType')) {
      // type AppSession = Session & { accessToken: string }
      if (!types.some((type) => type.type === 'TSTypeReference' && isSessionType(file, type.typeName))) continue;
      for (const type of types) if (type.type === 'TSTypeLiteral') yield* membersOf(file, type.members);
    }
  },
  *sources(file) {
    for (const call of nodesOf(file, 'CallExpression')) yield* sourcesAt(file, call);
    for (const property of nodesOf(file, 'Property')) yield* authorizedIn(property);
  },
  *reads(file) {
    for (const node of nodesOf(file, 'MemberExpression')) {
      const name = memberName(node);
      if (name !== undefined && isClientSession(originOf(file, node.object))) yield { node, name };
    }
    for (const { id, init } of nodesOf(file, 'VariableDeclarator')) {
      if (id.type !== 'ObjectPattern' || !init || !isClientSession(originOf(file, init))) continue;
      for (const property of id.properties) {
        const name = property.type === 'Property' ? propertyName(property) : undefined;
        if (name !== undefined) yield { node: property, name };
      }
    }
  },
  *secrets(file) {
    for (const call of nodesOf(file, 'CallExpression')) {
      const taker = TAKES_SECRET.exec(originOf(file, call.callee) ?? '');
      const options = taker ? argumentAt(call, 0) : undefined;
      const shape = options && shapeOf({ file, node: options });
      if (taker && shape) yield* secretsIn(shape, ['secret'], taker[1] ?? 'NextAuth');
    }
  },
};

/**
 * https://next-auth.js.org/configuration/options#secret,
 * https://next-auth.js.org/tutorials/securing-pages-and-api-routes#using-gettoken
 */
const TAKES_SECRET = /^(?:next-auth#(?:NextAuth)?|(?:next-auth|@auth\/core)\/jwt#(getToken|encode|decode))$/;

/** What gives a session, by its origin: https://next-auth.js.org/getting-started/client, https://authjs.dev/reference/nextjs. */
const GIVES_SESSION: readonly (readonly [RegExp, Pick<SessionSource, 'path' | 'side'>])[] = [
  [/^next-auth\/(?:react|client)#useSession$/, { path: ['data'], side: 'page' }],
  [/^next-auth\/(?:react|client)#getSession$/, { path: [], side: 'page' }],
  [/^next-auth(?:\/next)?#(?:unstable_)?getServerSession$/, { path: [], side: 'server' }],
  [/^next-auth#(?:NextAuth)?\(\)\.auth$/, { path: [], side: 'server' }],
];

/** The session that a call gives, or that it hands to the function which it is given: `auth((request) => … request.auth)`. */
function* sourcesAt(file: SourceFile, call: TSESTree.CallExpression): Generator<SessionSource> {
  const origin = originOf(file, call.callee);
  const [, gives] = (origin !== undefined && GIVES_SESSION.find(([pattern]) => pattern.test(origin))) || [];
  if (!gives || (gives.side === 'server' && isOfServerOnly(file, call.callee))) return;
  const first = argumentAt(call, 0);
  const handler = first && gives.side === 'server' ? resolveValue({ file, node: first }).node : undefined;
  if (handler && isFunction(handler) && /auth$/.test(origin!)) {
    const [request] = handler.params;
    if (request) yield { node: request, path: ['auth'], side: 'server' };
    // getSession({ req }) of a server has a request to ask with.
  } else yield { node: call, ...gives, side: first && /#getSession$/.test(origin!) ? 'server' : gives.side };
}

/** `authorized({ auth })`, which middleware of Auth.js asks: https://authjs.dev/reference/nextjs#authorized. */
function* authorizedIn(property: TSESTree.Property): Generator<SessionSource> {
  if (property.parent.type !== 'ObjectExpression' || propertyName(property) !== 'authorized' || !isFunction(property.value)) return;
  const [given] = property.value.params;
  if (given) yield { node: given, path: ['auth'], side: 'server' };
}

/** Whether `auth` is of a configuration with which no endpoint answers: what its session holds stays on the server. */
function isOfServerOnly(file: SourceFile, callee: Node): boolean {
  const variable = variableOf(file, callee);
  const binding = variable && bindingOf(variable);
  if (binding?.kind === 'import') {
    const exported = file.links?.exported(file, binding.source, binding.imported);
    return exported !== undefined && exported.file !== file && isOfServerOnly(exported.file, exported.node);
  }
  const config = binding?.kind === 'value' ? configGiven(file, binding.init) : undefined;
  const callbacks = config && propertyValue(config, 'callbacks');
  return callbacks !== undefined && isForServerOnly(file, callbacks);
}

/** The configuration that `NextAuth(…)` is given. */
function configGiven(file: SourceFile, init: Node): TSESTree.ObjectExpression | undefined {
  const made = bare(init);
  const given = made.type === 'CallExpression' ? argumentAt(made, 0) : undefined;
  const config = given && resolveValue({ file, node: given }).node;
  return config?.type === 'ObjectExpression' ? config : undefined;
}

/** The value of an object's property, where it is written in place. */
function propertyValue(object: TSESTree.ObjectExpression, name: string): Node | undefined {
  const property = object.properties.find((one) => one.type === 'Property' && propertyName(one) === name);
  return property?.type === 'Property' ? property.value : undefined;
}

/** https://next-auth.js.org/configuration/options: what is beside `callbacks` and says how the JWT is kept. */
function keepingBeside(file: SourceFile, callbacks: TSESTree.ObjectExpression): TokenKeeping {
  const { parent } = callbacks;
  const config = parent.type === 'Property' && parent.parent.type === 'ObjectExpression' ? parent.parent : undefined;
  const filler = jwtCallback(file, callbacks);
  if (!config) return { ...(filler && { filler }) };
  const [secret, ownWay] = [propertyValue(config, 'secret'), ownWayOf(file, config)];
  return { ...(filler && { filler }), ...(secret && { secret }), ...(ownWay && { ownWay }) };
}

function ownWayOf(file: SourceFile, config: TSESTree.ObjectExpression): TokenKeeping['ownWay'] {
  const [session, jwt] = ['session', 'jwt'].map((name) => propertyValue(config, name));
  const strategy = session?.type === 'ObjectExpression' ? propertyValue(session, 'strategy') : undefined;
  // With an adapter sessions are in its database, unless it is said otherwise.
  const kept = strategy ? textOf(file, strategy).slice(1, -1) : propertyValue(config, 'adapter') ? 'database' : 'jwt';
  if (kept === 'database') return 'database';
  if (propertyValue(config, 'cookies')) return 'cookies';
  return jwt && /\b(?:en|de)code\b/.test(textOf(file, jwt)) ? 'jwt' : undefined;
}

function usesNextAuth(file: SourceFile): boolean {
  return (
    [...importedModules(file), ...typeImportedModules(file)].some((source) => MODULE.test(source)) ||
    /\bNextAuth(?:Options|Config)?\b/.test(file.text)
  );
}

/**
 * Whether callbacks are of a configuration with which no endpoint answers: that of a second `NextAuth(…)`, of which the file takes
 * `auth` alone, beside one that gives the `handlers`.
 */
function isForServerOnly(file: SourceFile, callbacks: Node): boolean {
  const config = callbacks.parent?.type === 'Property' ? callbacks.parent.parent : undefined;
  if (config?.type !== 'ObjectExpression') return false;
  const instances = nodesOf(file, 'CallExpression').filter(({ callee }) => /^next-auth#(?:NextAuth)?$/.test(originOf(file, callee) ?? ''));
  const own = instances.filter((call) => call.arguments.some((one) => resolveValue({ file, node: one }).node === config));
  return own.length > 0 && own.every(givesAuthAlone) && instances.some((one) => !givesAuthAlone(one));
}

/** `export const { auth } = NextAuth(config)`. */
function givesAuthAlone({ parent }: TSESTree.CallExpression): boolean {
  return (
    parent.type === 'VariableDeclarator' &&
    parent.id.type === 'ObjectPattern' &&
    parent.id.properties.every(
      (one) => one.type === 'Property' && /^(?:auth|signIn|signOut|unstable_update)$/.test(propertyName(one) ?? ''),
    )
  );
}

/** `session({ session, token, user })`, and `session(params)` under `callbacks`. */
function makerOf(file: SourceFile, fn: FunctionNode, callbacks: TSESTree.ObjectExpression): SessionMaker | undefined {
  const [first, second] = fn.params;
  const filled = {
    isTokenFilled: fillsToken(file, callbacks),
    userMembers: userMembersOf(file, callbacks),
    users: authorizedUsers(file),
    callbacks,
  };
  // Version 3: session(session, token).
  if (first?.type === 'Identifier' && second?.type === 'Identifier') return { fn, session: first.name, token: second.name, ...filled };
  const named = parametersByName(fn);
  const [session, token] = [named('session'), named('token')];
  return session === undefined ? undefined : { fn, session, ...(token !== undefined && { token }), ...filled };
}

/** How a callback calls what it is given under a name: `({ token: jwt }) => …`, `(params) => … params.token`. */
function parametersByName({ params: [first] }: FunctionNode): (name: string) => string | undefined {
  if (first?.type === 'Identifier') return (name) => `${first.name}.${name}`;
  const pairs = (first?.type === 'ObjectPattern' ? first.properties : []).flatMap((property) => {
    const local =
      property.type === 'Property' ? (property.value.type === 'AssignmentPattern' ? property.value.left : property.value) : undefined;
    return property.type === 'Property' && local?.type === 'Identifier' ? [[propertyName(property) ?? '', local.name] as const] : [];
  });
  const named = new Map(pairs);
  return (name) => named.get(name);
}

/** The `jwt` callback beside a `session` callback. */
function jwtCallback(file: SourceFile, callbacks: TSESTree.ObjectExpression): FunctionNode | undefined {
  const jwt = callbacks.properties.find((one) => one.type === 'Property' && propertyName(one) === 'jwt');
  const value = jwt?.type === 'Property' ? resolveValue({ file, node: jwt.value }).node : undefined;
  return value && isFunction(value) ? value : undefined;
}

/** The members of the token to which the `jwt` callback gives the whole user: `token.user = user`, `{ ...token, user }`. */
function userMembersOf(file: SourceFile, callbacks: TSESTree.ObjectExpression): ReadonlySet<string> {
  const fn = jwtCallback(file, callbacks);
  const [token, user] = fn ? [parametersByName(fn)('token'), parametersByName(fn)('user')] : [];
  if (!fn || token === undefined || user === undefined) return new Set();
  const isUser = (node: Node): boolean => textOf(file, bare(node)) === user;
  return new Set([
    ...nodesWithin(file, 'AssignmentExpression', fn).flatMap(({ left, right }) =>
      left.type === 'MemberExpression' && textOf(file, bare(left.object)) === token && isUser(right) ? (memberName(left) ?? []) : [],
    ),
    ...nodesWithin(file, 'Property', fn).flatMap((property) =>
      property.parent.type === 'ObjectExpression' && isUser(property.value) ? (propertyName(property) ?? []) : [],
    ),
  ]);
}

/** What the credentials providers of a file return: `authorize: async (credentials) => user`. */
function authorizedUsers(file: SourceFile): readonly Node[] {
  return nodesOf(file, 'Property').flatMap((property) =>
    propertyName(property) === 'authorize' && isFunction(property.value) ? returnsOf(property.value) : [],
  );
}

/** Whether the `jwt` callback beside it puts more into the token than the library's own claims: a spread of the user, a credential. */
function fillsToken(file: SourceFile, callbacks: TSESTree.ObjectExpression): boolean {
  const fn = jwtCallback(file, callbacks);
  if (!fn) return false;
  const spreads = nodesWithin(file, 'SpreadElement', fn).some((spread) =>
    /^(?:user|account|\w+\.(?:user|account)|data|response)\b/.test(textOf(file, spread.argument)),
  );
  return (
    spreads ||
    nodesWithin(file, 'MemberExpression', fn).some(
      (member) => readName(memberName(member) ?? '', file.settings.names).verdict === 'credential',
    ) ||
    nodesWithin(file, 'Property', fn).some(
      (property) => readName(propertyName(property) ?? '', file.settings.names).verdict === 'credential',
    )
  );
}

/** `declare module 'next-auth' { interface Session { … } }`. */
function isAugmentedSession(declaration: TSESTree.TSInterfaceDeclaration): boolean {
  if (declaration.id.name !== 'Session') return false;
  for (let at: Node | undefined = declaration.parent; at; at = at.parent) {
    if (at.type === 'TSModuleDeclaration' && at.id.type === 'Literal') return MODULE.test(at.id.value);
  }
  return false;
}

/** `Session` and `DefaultSession`, imported from the library. */
function isSessionType(file: SourceFile, name: Node): boolean {
  return name.type === 'Identifier' && /^(?:next-auth|@auth\/[\w-]+)(?:\/[\w/-]+)?#(?:Default)?Session$/.test(originOf(file, name) ?? '');
}

/** The members that say what scripts get: those of types written in place too. */
function* membersOf(file: SourceFile, members: readonly TSESTree.TypeElement[], depth = 4): Generator<TSESTree.TypeElement> {
  for (const member of members) {
    yield member;
    const type = member.type === 'TSPropertySignature' ? member.typeAnnotation?.typeAnnotation : undefined;
    const parts = type?.type === 'TSIntersectionType' ? type.types : type ? [type] : [];
    for (const part of depth > 0 ? parts : []) if (part.type === 'TSTypeLiteral') yield* membersOf(file, part.members, depth - 1);
  }
}

function isClientSession(origin: string | undefined): boolean {
  return origin !== undefined && /^next-auth\/(?:react|client)#(?:useSession\(\)\.(?:data|0)|getSession\(\))(?:\.user)?$/.test(origin);
}
