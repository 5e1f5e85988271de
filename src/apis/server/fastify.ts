import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { argumentAt, callsOf, functionsOf, methodCallsOf } from '../../syntax/functions.ts';
import type { CallNode, FunctionNode, Node } from '../../syntax/nodes.ts';
import { bare, functionName, isFunction, memberName } from '../../syntax/nodes.ts';
import type { ObjectShape } from '../../flow/objects.ts';
import { shapeOf } from '../../flow/objects.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, perFile } from '../../syntax/source-file.ts';
import { fastifyApps } from '../apps/fastify.ts';
import { corsPolicies } from './cors.ts';
import { chainRoot, responseAt } from './exchange.ts';
import { headersByCall } from './header-calls.ts';
import { returnedBodies } from './handler-returns.ts';
import { nameIn, secretsIn } from './session-middleware.ts';
import type { ServerApi, ServerCookie } from './server-api.ts';
import { cookieInArguments } from './cookie-store.ts';

/**
 * Fastify, https://fastify.dev/docs/latest/Reference/Reply/: `reply.send(body)`, or what an async handler returns. Cookies are
 * @fastify/cookie's, https://github.com/fastify/fastify-cookie#sending: `reply.setCookie(name, value, options)`, which sets no
 * attribute by itself.
 */
export const fastify: ServerApi = {
  id: 'fastify',
  hint: /fastify|\breply\b|\.setCookie\b/i,
  ageUnit: 1,
  *responses(file) {
    for (const call of callsOf(file)) {
      if (call.callee.type !== 'MemberExpression' || !/^(?:send|serialize|sendSuccess|success|ok)$/.test(memberName(call.callee) ?? ''))
        continue;
      const reply = replyAt(file, chainRoot(call.callee.object));
      if (reply)
        for (const body of call.arguments)
          if (body.type !== 'SpreadElement') yield { api: fastify, node: call, body: { file, node: body }, ...reply };
    }
    for (const handler of handlersOf(file)) yield* returnedBodies(fastify, file, handler);
  },
  *headers(file) {
    yield* headersByCall(file, (node) => replyAt(file, chainRoot(node)));
  },
  *cookies(file) {
    for (const { call, object, method } of methodCallsOf(file, 'setCookie', 'cookie', 'clearCookie')) {
      // Where the reply is called res, `cookie` and `clearCookie` are Express's as well.
      const root = chainRoot(object);
      if (!replyAt(file, root) && !(method === 'setCookie' && responseAt(file, root))) continue;
      const cookie = cookieInArguments(file, call, method === 'clearCookie' ? 'remove' : 'write');
      if (cookie) yield { api: fastify, ...cookie };
    }
    for (const { registered, plugin, shape } of pluginsOf(file))
      if (plugin !== 'cookie' && plugin !== 'cors') yield* sessionCookie(registered, plugin, shape);
  },
  *cors(file) {
    // https://github.com/fastify/fastify-cors#options: every origin where none is given.
    for (const { call, options, plugin } of pluginsOf(file))
      if (plugin === 'cors') yield* corsPolicies(fastify, file, call, options, 'any');
  },
  *secrets(file) {
    for (const { plugin, shape } of pluginsOf(file)) {
      if (plugin !== 'cors') yield* secretsIn(shape, ['secret', 'key'], plugin === 'cookie' ? '@fastify/cookie' : `@fastify/${plugin}`);
    }
  },
};

/**
 * @fastify/session, https://github.com/fastify/session#options: HttpOnly and Secure unless told otherwise; @fastify/secure-session,
 * https://github.com/fastify/fastify-secure-session, hands its options to `setCookie` as they are.
 */
function* sessionCookie(registered: Node, plugin: string, shape: ObjectShape): Generator<ServerCookie> {
  const cookie = shape.entries.get('cookie') ?? shape.entries.get('cookieOptions');
  if (!cookie && shape.open) return;
  yield {
    // @fastify/session counts milliseconds, as express-session does; @fastify/secure-session seconds, as @fastify/cookie does.
    api: fastify,
    operation: 'write',
    node: registered,
    ...(plugin === 'session' && { ageUnit: 0.001 }),
    isSession: true,
    defaultName: plugin === 'session' ? 'sessionId' : 'session',
    ...nameIn(shape, 'cookieName'),
    ...(cookie && { attributes: { file: cookie.file, node: cookie.value } }),
    defaults: plugin === 'session' ? { httpOnly: true, secure: true, path: true } : {},
  };
}

const PLUGIN = /^(?:@fastify\/(session|secure-session|cookie|cors)|fastify-(session|secure-session|cookie|cors))#(?:fastify\w*)?$/;

interface RegisteredPlugin {
  readonly call: CallNode;
  /** The plugin as it is registered: the imported name, or `require(…)`. */
  readonly registered: Node;
  readonly plugin: string;
  readonly options: Node;
  readonly shape: ObjectShape;
}

/** `app.register(cors, options)`, for the plugins that concern cookies and origins. */
const pluginsOf = perFile((file): readonly RegisteredPlugin[] =>
  callsOf(file).flatMap((call) => {
    if (call.callee.type !== 'MemberExpression' || memberName(call.callee) !== 'register') return [];
    const [plugin, options] = [0, 1].map((i) => argumentAt(call, i));
    const match = plugin && PLUGIN.exec(originOf(file, plugin) ?? '');
    const shape = options && shapeOf({ file, node: options });
    return match && shape ? [{ call, registered: plugin, plugin: (match[1] ?? match[2])!, options, shape }] : [];
  }),
);

const REPLY_NAME = /^_?(?:reply|rep)$/;
const REPLY_TYPE = /^fastify#FastifyReply<new>$/;

/** Whether an expression is a reply, and the handler that it belongs to. A parameter after the request's, or typed as one. */
function replyAt(file: SourceFile, node: Node): { readonly handler?: FunctionNode } | undefined {
  const root = bare(node);
  if (root.type !== 'Identifier') return undefined;
  const variable = variableOf(file, root);
  const binding = variable && bindingOf(variable);
  if (binding?.kind !== 'parameter' || binding.path.length > 0) return undefined;
  if (!REPLY_TYPE.test(originOf(file, root) ?? '') && !(REPLY_NAME.test(root.name) && isAfterRequest(binding.fn, binding.index)))
    return undefined;
  return { handler: binding.fn };
}

/** `(request, reply) => …`; a helper of its own may take the reply anywhere: `sendToken(reply, user)`. */
function isAfterRequest(fn: FunctionNode, index: number): boolean {
  const before = fn.params[index - 1];
  if (before === undefined) return functionName(fn) !== undefined && fn.parent.type !== 'CallExpression';
  return before.type !== 'Identifier' || /^_*(?:req|request)?$/.test(before.name) || functionName(fn) !== undefined;
}

const INSTANCE = /^fastify#(?:fastify)?\(\)|^fastify#FastifyInstance<new>/;

/** The functions whose results Fastify sends: those that take a reply after a request, and those that are registered as routes. */
function handlersOf(file: SourceFile): Set<FunctionNode> {
  const found = new Set<FunctionNode>();
  for (const call of nodesOf(file, 'CallExpression')) {
    const method = call.callee.type === 'MemberExpression' && isInstance(file, call.callee.object) ? memberName(call.callee) : undefined;
    const route = method === undefined ? undefined : fastifyApps.read(file, call, method);
    if (route?.kind === 'route') for (const handler of route.handlers) addHandler(handler.file, handler.node, found, file);
  }
  for (const reply of repliesOf(file)) found.add(reply);
  return found;
}

/** Controllers that are registered elsewhere: `async function login(request, reply)`. */
function repliesOf(file: SourceFile): FunctionNode[] {
  return functionsOf(file).filter(
    ({ params: [request, reply] }) =>
      request?.type === 'Identifier' &&
      reply?.type === 'Identifier' &&
      (REPLY_TYPE.test(originOf(file, reply) ?? '') || (REPLY_NAME.test(reply.name) && /^_*(?:req|request)?$/.test(request.name))),
  );
}

function addHandler(file: SourceFile, node: Node, found: Set<FunctionNode>, wanted: SourceFile = file): void {
  const value = resolveValue({ file, node });
  if (value.file === wanted && isFunction(value.node)) found.add(value.node);
}

/** `fastify`, `server` or `app` that is Fastify's by its making or its type, or is called so. */
function isInstance(file: SourceFile, node: Node): boolean {
  const object = bare(node);
  return (object.type === 'Identifier' && object.name === 'fastify') || INSTANCE.test(originOf(file, object) ?? '');
}
