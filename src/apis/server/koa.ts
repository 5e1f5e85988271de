import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import { argumentAt, callsOf, methodCallsOf } from '../../syntax/functions.ts';
import type { CallNode, FunctionNode, Node } from '../../syntax/nodes.ts';
import { bare, enclosingFunction, memberName } from '../../syntax/nodes.ts';
import { shapeOf } from '../../flow/objects.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import { cookieInArguments, cookieReadOf } from './cookie-store.ts';
import { corsPolicies } from './cors.ts';
import { headersByCall } from './header-calls.ts';
import { nameIn, oneOrMany } from './session-middleware.ts';
import type { ServerApi, ServerCookie } from './server-api.ts';

/**
 * Koa, https://koajs.com/#context: `ctx.body = …`. Its cookies are those of the cookies package, https://github.com/pillarjs/cookies:
 * HttpOnly unless told otherwise, and Secure over HTTPS.
 */
export const koa: ServerApi = {
  id: 'koa',
  hint: /\bctx\b|koa/i,
  ageUnit: 0.001,
  *responses(file) {
    for (const { left, right } of nodesOf(file, 'AssignmentExpression')) {
      if (left.type !== 'MemberExpression' || memberName(left) !== 'body') continue;
      const handler = contextAt(file, left.object);
      if (handler) yield { api: koa, node: left.parent, body: { file, node: right }, handler };
    }
    // Strapi's ctx.send(body), koa-respond's ctx.ok(body).
    for (const call of callsOf(file)) {
      if (call.callee.type !== 'MemberExpression' || !/^(?:send|ok|created|success)$/.test(memberName(call.callee) ?? '')) continue;
      const body = argumentAt(call, 0);
      const handler = body && contextAt(file, call.callee.object);
      if (body && handler) yield { api: koa, node: call, body: { file, node: body }, handler };
    }
  },
  *headers(file) {
    yield* headersByCall(file, (node) => {
      const handler = contextAt(file, node);
      return handler && { handler };
    });
  },
  *cookies(file) {
    // ctx.cookies.set(name, value, options), and without a value to delete one.
    for (const { call, object } of methodCallsOf(file, 'set')) {
      if (!isCookies(file, object)) continue;
      const name = argumentAt(call, 0);
      const cookie = cookieInArguments(file, call, 'write');
      if (cookie) yield { api: koa, ...cookie, defaults: COOKIES };
      else if (name) yield { api: koa, operation: 'remove', node: call, name: { file, node: name } };
    }
    for (const call of callsOf(file)) if (SESSION.test(originOf(file, call.callee) ?? '')) yield* sessionCookie(file, call);
  },
  *cookieReads(file) {
    for (const call of callsOf(file)) {
      const read = cookieReadOf(file, call, (store) => isCookies(file, store));
      if (read) yield read;
    }
  },
  *cors(file) {
    for (const call of callsOf(file)) {
      if (!CORS.test(originOf(file, call.callee) ?? '')) continue;
      const options = argumentAt(call, 0);
      // https://github.com/koajs/cors#corsoptions: with credentials and no origin given, the caller's.
      if (options) yield* corsPolicies(koa, file, call, options, 'reflected');
    }
  },
  *secrets(file) {
    // app.keys = ['…'], which sign cookies and sessions: https://koajs.com/#app-keys-
    for (const { left, right } of nodesOf(file, 'AssignmentExpression')) {
      if (left.type === 'MemberExpression' && memberName(left) === 'keys' && /^koa#(?:<new>|\(\))$/.test(originOf(file, left.object) ?? ''))
        yield* oneOrMany({ node: left.parent, secret: { file, node: right }, taker: 'app.keys' });
    }
  },
};

/** `ctx.cookies`. */
function isCookies(file: SourceFile, node: Node): boolean {
  const cookies = bare(node);
  return cookies.type === 'MemberExpression' && memberName(cookies) === 'cookies' && contextAt(file, cookies.object) !== undefined;
}

/** https://github.com/koajs/session#options: `session(options, app)`, or `session(app)` with the defaults. */
function* sessionCookie(file: SourceFile, call: CallNode): Generator<ServerCookie> {
  const options = call.arguments.find((one) => one.type !== 'SpreadElement' && shapeOf({ file, node: one }));
  const shape = options && shapeOf({ file, node: options });
  if (shape?.open) return;
  const cookie = shape?.entries.get('cookie');
  yield {
    api: koa,
    operation: 'write',
    node: call.callee,
    isSession: true,
    defaultName: 'koa.sess',
    ...(shape && nameIn(shape, 'key')),
    ...(cookie
      ? { attributes: { file: cookie.file, node: cookie.value } }
      : options && { attributes: { file, node: options }, sharesAttributes: true }),
    defaults: COOKIES,
  };
}

const COOKIES = { httpOnly: true, secure: true, path: true } as const;
const SESSION = /^(?:koa-session|koa-generic-session|koa-session2|koa-session-minimal)#$/;
const CORS = /^(?:@koa\/cors|koa-cors|koa2-cors|kcors)#$/;

const CONTEXT_TYPE = /^koa#(?:Context|ParameterizedContext|DefaultContext|ExtendableContext)<new>$|^koa#$/;

/** The handler whose context an expression is: `ctx`, `context` before `next`, `ctx.response`, or one that is typed so. */
function contextAt(file: SourceFile, node: Node): FunctionNode | undefined {
  const inner = bare(node);
  if (inner.type === 'MemberExpression') return memberName(inner) === 'response' ? contextAt(file, inner.object) : undefined;
  const variable = inner.type === 'Identifier' ? variableOf(file, inner) : undefined;
  const binding = variable && bindingOf(variable);
  if (inner.type !== 'Identifier' || binding?.kind !== 'parameter' || binding.path.length > 0) return undefined;
  if (inner.name === 'ctx' || CONTEXT_TYPE.test(originOf(file, inner) ?? '')) return binding.fn;
  return inner.name === 'context' && isBeforeNext(binding) ? (enclosingFunction(inner) ?? binding.fn) : undefined;
}

function isBeforeNext({ fn, index }: { readonly fn: FunctionNode; readonly index: number }): boolean {
  const next = fn.params[index + 1];
  return next?.type === 'Identifier' && next.name === 'next';
}
