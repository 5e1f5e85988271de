import { resolveValue } from '../../flow/resolve.ts';
import { argumentAt, callsOf } from '../../syntax/functions.ts';
import type { CallNode, Node } from '../../syntax/nodes.ts';
import { isFunction } from '../../syntax/nodes.ts';
import { shapeOf } from '../../flow/objects.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { staticText } from '../../flow/static-text.ts';
import { cookieInArguments } from './cookie-store.ts';
import { corsPolicies } from './cors.ts';
import { returnedBodies } from './handler-returns.ts';
import { nameIn, secretsIn } from './session-middleware.ts';
import type { ServerApi, ServerCookie } from './server-api.ts';

/**
 * h3, and Nitro and Nuxt on top of it: https://h3.dev/guide/basics/handler (what a handler returns is the answer),
 * https://h3.dev/utils/cookie (`Path=/` by itself), https://h3.dev/examples/handle-session (Secure, HttpOnly and Lax by itself),
 * https://h3.dev/utils/security#cors. Nitro imports these by itself, so that no import need be there.
 */
export const h3: ServerApi = {
  id: 'h3',
  hint: /eventHandler|getCookie|setCookie|deleteCookie|useSession|updateSession|handleCors|\bh3\b/i,
  ageUnit: 1,
  *responses(file) {
    for (const call of callsOf(file)) {
      const name = helperAt(file, call);
      if (name === 'send') {
        const body = argumentAt(call, 1);
        if (body && originOf(file, call.callee) === 'h3#send') yield { api: h3, node: call, body: { file, node: body } };
      }
      if (name === undefined || !/^(?:define(?:Cached)?EventHandler|defineHandler|eventHandler|cachedEventHandler)$/.test(name)) continue;
      const handler = handlerIn(file, call);
      if (isFunction(handler)) yield* returnedBodies(h3, file, handler);
    }
  },
  *cookies(file) {
    for (const call of callsOf(file)) {
      const helper = helperAt(file, call);
      if (helper === 'setCookie' || helper === 'deleteCookie') {
        const cookie = cookieInArguments(file, call, helper === 'setCookie' ? 'write' : 'remove', 1);
        if (cookie) yield { api: h3, ...cookie, ...(cookie.operation === 'write' && { defaults: { path: true } }) };
      } else if (isSession(helper)) yield* sessionCookie(file, call);
    }
  },
  *cookieReads(file) {
    for (const call of callsOf(file)) {
      const key = helperAt(file, call) === 'getCookie' ? argumentAt(call, 1) : undefined;
      const name = key && staticText(file, key);
      if (name !== undefined) yield { node: call, name };
    }
  },
  *cors(file) {
    for (const call of callsOf(file)) {
      const options = /^(?:handleCors|appendCorsHeaders|appendCorsPreflightHeaders)$/.test(helperAt(file, call) ?? '')
        ? argumentAt(call, 1)
        : undefined;
      if (options) yield* corsPolicies(h3, file, call, options, 'any');
    }
  },
  *secrets(file) {
    for (const call of callsOf(file)) {
      const helper = helperAt(file, call);
      const options = isSession(helper) ? argumentAt(call, 1) : undefined;
      const shape = options && shapeOf({ file, node: options });
      if (shape) yield* secretsIn(shape, ['password'], helper!);
    }
  },
};

/** The cookie of `useSession(event, { password, cookie })`. */
function* sessionCookie(file: SourceFile, call: CallNode): Generator<ServerCookie> {
  const options = argumentAt(call, 1);
  const shape = options && shapeOf({ file, node: options });
  const cookie = shape?.entries.get('cookie');
  if (!shape || (!cookie && shape.open)) return;
  yield {
    api: h3,
    operation: 'write',
    node: call.callee,
    isSession: true,
    defaultName: 'h3',
    ...nameIn(shape),
    ...(cookie && { attributes: { file: cookie.file, node: cookie.value } }),
    defaults: { httpOnly: true, secure: true, sameSite: true, path: true },
  };
}

function isSession(helper: string | undefined): boolean {
  return helper !== undefined && /^(?:useSession|getSession|updateSession)$/.test(helper);
}

/** The name of h3's function that is called: imported, or Nitro's, which needs no import and takes the event first. */
function helperAt(file: SourceFile, call: CallNode): string | undefined {
  const origin = call.type === 'CallExpression' ? originOf(file, call.callee) : undefined;
  const imported = /^(?:h3|nitro\/h3|#imports|nitropack\/runtime|nitro|#nitro)#(\w+)$/.exec(origin ?? '')?.[1];
  if (imported !== undefined) return imported;
  if (origin === undefined || !/^\w+$/.test(origin)) return undefined;
  const first = argumentAt(call, 0);
  const takesEvent = first?.type === 'Identifier' && /^(?:event|evt|e|h3Event)$/.test(first.name);
  return takesEvent || /EventHandler$/.test(origin) ? origin : undefined;
}

/** `defineEventHandler(async (event) => …)`, `defineEventHandler({ handler })`. */
function handlerIn(file: SourceFile, call: CallNode): Node | undefined {
  const first = argumentAt(call, 0);
  if (!first) return undefined;
  const value = resolveValue({ file, node: first });
  if (value.file !== file || value.node.type !== 'ObjectExpression') return value.file === file ? value.node : undefined;
  const handler = shapeOf({ file, node: first })?.entries.get('handler');
  return handler?.file === file ? resolveValue({ file, node: handler.value }).node : undefined;
}
