import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import { argumentAt, callsOf } from '../../syntax/functions.ts';
import { hint, mentions } from '../../syntax/hints.ts';
import type { FunctionNode, Node } from '../../syntax/nodes.ts';
import { bare, contains, functionName, memberName } from '../../syntax/nodes.ts';
import { shapeOf } from '../../flow/objects.ts';
import { originOf } from '../../flow/origin.ts';
import { manifestOf } from '../../syntax/package-manifest.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import { staticText } from '../../flow/static-text.ts';
import { cookieInArguments } from './cookie-store.ts';
import { corsPolicies } from './cors.ts';
import { chainRoot } from './exchange.ts';
import { headersByCall } from './header-calls.ts';
import type { ServerApi, ServerCookie } from './server-api.ts';

/**
 * Hono: https://hono.dev/docs/api/context#json, https://hono.dev/docs/helpers/cookie (`Path=/` by itself, and Secure with a
 * prefix), https://hono.dev/docs/middleware/builtin/cors (`*` by itself).
 */
export const hono: ServerApi = {
  id: 'hono',
  hint: /hono|\bc\.(?:json|text|body|header)\b/i,
  ageUnit: 1,
  *responses(file) {
    for (const call of callsOf(file)) {
      if (call.callee.type !== 'MemberExpression' || !/^(?:json|text|body|jsonT)$/.test(memberName(call.callee) ?? '')) continue;
      const body = argumentAt(call, 0);
      const handler = body && contextAt(file, chainRoot(call.callee.object));
      if (body && handler) yield { api: hono, node: call, body: { file, node: body }, handler };
    }
  },
  *headers(file) {
    yield* headersByCall(file, (node) => {
      const handler = contextAt(file, node);
      return handler && { handler };
    });
  },
  *cookies(file) {
    for (const call of callsOf(file)) {
      const helper = /^hono\/cookie#(setCookie|setSignedCookie|deleteCookie)$/.exec(originOf(file, call.callee) ?? '')?.[1];
      const cookie = helper && cookieInArguments(file, call, helper === 'deleteCookie' ? 'remove' : 'write', 1);
      if (!cookie) continue;
      if (cookie.operation === 'remove') yield { api: hono, ...cookie };
      // The secret of a signed cookie stands before its attributes.
      else yield written(file, cookie, argumentAt(call, helper === 'setCookie' ? 3 : 4));
    }
  },
  *cookieReads(file) {
    for (const call of callsOf(file)) {
      const key = /^hono\/cookie#getCookie$/.test(originOf(file, call.callee) ?? '') ? argumentAt(call, 1) : undefined;
      const name = key && staticText(file, key);
      if (name !== undefined) yield { node: call, name };
    }
  },
  *cors(file) {
    for (const call of callsOf(file)) {
      const options = originOf(file, call.callee) === 'hono/cors#cors' ? argumentAt(call, 0) : undefined;
      if (options) yield* corsPolicies(hono, file, call, options, 'any');
    }
  },
  *secrets(file) {
    for (const call of callsOf(file)) {
      const origin = originOf(file, call.callee);
      const secret =
        origin === 'hono/cookie#setSignedCookie'
          ? argumentAt(call, 3)
          : origin === 'hono/cookie#getSignedCookie'
            ? argumentAt(call, 1)
            : undefined;
      if (secret) yield { node: call, secret: { file, node: secret }, taker: origin!.replace('hono/cookie#', '') };
    }
  },
};

function written(file: SourceFile, { node, name, value }: Omit<ServerCookie, 'api'>, attributes: Node | undefined): ServerCookie {
  const prefix = attributes && shapeOf({ file, node: attributes })?.entries.get('prefix');
  const isSecure = prefix && /^(?:secure|host)$/.test(staticText(prefix.file, prefix.value) ?? '');
  return {
    api: hono,
    operation: 'write',
    node,
    ...(name && { name }),
    ...(value && { value }),
    ...(attributes && { attributes: { file, node: attributes } }),
    defaults: { path: true, ...(isSecure && { secure: true }) },
  };
}

const CONTEXT_TYPE = /^hono#Context<new>$/;

/** The handler whose context an expression is: a first parameter called `c` or `ctx` where Hono is at hand, or one typed so. */
export function contextAt(file: SourceFile, node: Node): FunctionNode | undefined {
  const root = bare(node);
  if (root.type !== 'Identifier') return undefined;
  const variable = variableOf(file, root);
  const binding = variable && bindingOf(variable);
  if (binding?.kind !== 'parameter' || binding.path.length > 0) return undefined;
  if (CONTEXT_TYPE.test(originOf(file, root) ?? '')) return binding.fn;
  const isContext = /^(?:c|ctx|context)$/.test(root.name) && (binding.index === 0 || functionName(binding.fn) !== undefined);
  return isContext && (isHonoFile(file) || readsRequest(file, binding.fn, root.name)) ? binding.fn : undefined;
}

const HONO = hint(/\bhono\b/i);

function isHonoFile(file: SourceFile): boolean {
  return mentions(file, HONO) || manifestOf(file.path)?.dependencies.has('hono') === true;
}

/** `c.req`, `c.env`, `c.get('user')`: what nothing else that is called `c` has beside `c.json`. */
function readsRequest(file: SourceFile, fn: FunctionNode, name: string): boolean {
  return nodesOf(file, 'MemberExpression').some(
    (member) =>
      member.object.type === 'Identifier' &&
      member.object.name === name &&
      /^(?:req|env|executionCtx)$/.test(memberName(member) ?? '') &&
      contains(fn, member),
  );
}
