import type { Step } from '../../syntax/bindings.ts';
import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { argumentAt, callsOf } from '../../syntax/functions.ts';
import type { CallNode, FunctionNode, Node } from '../../syntax/nodes.ts';
import { bare, isFunction, memberName } from '../../syntax/nodes.ts';
import { shapeOf } from '../../flow/objects.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, perFile } from '../../syntax/source-file.ts';
import { staticText } from '../../flow/static-text.ts';
import { corsPolicies } from './cors.ts';
import { returnedBodies } from './handler-returns.ts';
import type { ServerApi, ServerCookie } from './server-api.ts';

/**
 * Elysia, https://elysiajs.com/essential/handler: what a handler returns is the answer. Its cookies are signals,
 * https://elysiajs.com/patterns/cookie: `cookie.name.value = …`, `cookie.name.set({ value, httpOnly })`, with `Path=/` by itself.
 * @elysiajs/cors reflects the caller's origin by itself: https://elysiajs.com/plugins/cors
 */
export const elysia: ServerApi = {
  id: 'elysia',
  hint: /elysia/i,
  ageUnit: 1,
  *responses(file) {
    for (const { handler, path } of handlersOf(file)) yield* returnedBodies(elysia, file, handler, path === undefined ? {} : { path });
  },
  *cookies(file) {
    const handlers = new Set(handlersOf(file).map(({ handler }) => handler));
    const defaults = { path: true, ...(isConfigured(file) && { httpOnly: true, secure: true, sameSite: true }) };
    for (const call of callsOf(file)) {
      const method = call.callee.type === 'MemberExpression' ? memberName(call.callee) : undefined;
      if (call.callee.type !== 'MemberExpression' || (method !== 'set' && method !== 'remove')) continue;
      const jar = cookieAt(file, call.callee.object, handlers);
      if (!jar) continue;
      const options = argumentAt(call, 0);
      const value = options && shapeOf({ file, node: options })?.entries.get('value');
      if (method === 'remove') yield { api: elysia, operation: 'remove', node: call, defaultName: jar.name };
      else if (options && value)
        yield {
          api: elysia,
          operation: 'write',
          node: call,
          defaultName: jar.name,
          ...(value.file === file && { value: value.value }),
          attributes: { file, node: options },
          defaults,
        };
    }
    yield* assignedCookies(file, handlers, defaults);
  },
  *cors(file) {
    for (const call of callsOf(file)) {
      const options = originOf(file, call.callee) === '@elysiajs/cors#cors' ? argumentAt(call, 0) : undefined;
      if (options) yield* corsPolicies(elysia, file, call, options, 'reflected');
    }
  },
};

const METHODS = /^(?:get|post|put|patch|delete|all|options|head|route)$/;
const INSTANCE = /^elysia#(?:Elysia)?<new>(?:\.\w+\(\))*$/;

interface RouteHandler {
  readonly handler: FunctionNode;
  readonly path?: string;
}

/** The functions that are registered as routes of an instance, of one that is handed in, and within its groups. */
const handlersOf = perFile((file): readonly RouteHandler[] =>
  callsOf(file).flatMap((call) => {
    if (call.callee.type !== 'MemberExpression' || !METHODS.test(memberName(call.callee) ?? '') || !isInstance(file, call.callee.object))
      return [];
    // .route('POST', '/login', handler) names the method first.
    const at = memberName(call.callee) === 'route' ? 1 : 0;
    const [address, answering] = [argumentAt(call, at), argumentAt(call, at + 1)];
    const fn = answering && resolveValue({ file, node: answering });
    const path = address && staticText(file, address);
    return fn?.file === file && isFunction(fn.node) ? [{ handler: fn.node, ...(path !== undefined && { path }) }] : [];
  }),
);

function isInstance(file: SourceFile, node: Node, steps = 20): boolean {
  const inner = bare(node);
  if (INSTANCE.test(originOf(file, inner) ?? '')) return true;
  if (steps <= 0) return false;
  // app.use(…).post(…), where app itself was handed in.
  if (inner.type === 'CallExpression' && inner.callee.type === 'MemberExpression') return isInstance(file, inner.callee.object, steps - 1);
  const variable = inner.type === 'Identifier' ? variableOf(file, inner) : undefined;
  const binding = variable && bindingOf(variable);
  return binding?.kind === 'parameter' && binding.index === 0 && isGroup(file, binding.fn.parent, steps);
}

/** `.group('/auth', (app) => …)`, `.guard(hook, (app) => …)`. */
function isGroup(file: SourceFile, call: Node, steps: number): boolean {
  return (
    call.type === 'CallExpression' &&
    call.callee.type === 'MemberExpression' &&
    /^(?:group|guard|use)$/.test(memberName(call.callee) ?? '') &&
    isInstance(file, call.callee.object, steps - 1)
  );
}

/** Whether the file's instances give attributes to all their cookies: `new Elysia({ cookie: { httpOnly: true } })`. */
function isConfigured(file: SourceFile): boolean {
  return nodesOf(file, 'NewExpression').some((made: CallNode) => {
    const options = /^elysia#(?:Elysia)?$/.test(originOf(file, made.callee) ?? '') ? argumentAt(made, 0) : undefined;
    const shape = options && shapeOf({ file, node: options });
    return shape?.entries.has('cookie') === true;
  });
}

/** The cookie that an expression is, of those that a handler is given: `cookie.auth`, or `auth` of `({ cookie: { auth } }) => …`. */
function cookieAt(file: SourceFile, node: Node, handlers: ReadonlySet<FunctionNode>): { readonly name: string } | undefined {
  const path = pathFromContext(file, node, handlers);
  const [first, name, ...more] = path ?? [];
  return first === 'cookie' && name !== undefined && more.length === 0 ? { name } : undefined;
}

/** The members by which an expression comes from a handler's context. */
function pathFromContext(file: SourceFile, node: Node, handlers: ReadonlySet<FunctionNode>, steps = 4): readonly Step[] | undefined {
  const inner = bare(node);
  if (steps <= 0) return undefined;
  if (inner.type === 'MemberExpression') {
    const before = pathFromContext(file, inner.object, handlers, steps - 1);
    return before && [...before, memberName(inner)];
  }
  const variable = inner.type === 'Identifier' ? variableOf(file, inner) : undefined;
  const binding = variable && bindingOf(variable);
  if (binding?.kind === 'parameter') return binding.index === 0 && handlers.has(binding.fn) ? binding.path : undefined;
  if (binding?.kind !== 'value') return undefined;
  const before = pathFromContext(file, binding.init, handlers, steps - 1);
  return before && [...before, ...binding.path];
}

/** `cookie.auth.value = token`; its attributes may be assigned one by one, before and after. */
function* assignedCookies(
  file: SourceFile,
  handlers: ReadonlySet<FunctionNode>,
  defaults: ServerCookie['defaults'],
): Generator<ServerCookie> {
  const assigned = nodesOf(file, 'AssignmentExpression').flatMap(({ left, right, parent }) => {
    const jar = left.type === 'MemberExpression' ? cookieAt(file, left.object, handlers) : undefined;
    const name = left.type === 'MemberExpression' ? memberName(left) : undefined;
    return jar && name !== undefined ? [{ cookie: jar.name, name, right, node: left.parent, parent }] : [];
  });
  for (const { cookie, name, right, node } of assigned) {
    if (name !== 'value') continue;
    const given = assigned.filter((one) => one.cookie === cookie && one.name !== 'value');
    const isOn = (attribute: string): boolean =>
      given.some((one) => one.name === attribute && !(one.right.type === 'Literal' && one.right.value === false));
    yield {
      api: elysia,
      operation: 'write',
      node,
      defaultName: cookie,
      value: right,
      defaults: { ...defaults, ...Object.fromEntries(['httpOnly', 'secure', 'sameSite', 'maxAge'].filter(isOn).map((one) => [one, true])) },
    };
  }
}
