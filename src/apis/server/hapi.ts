import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import type { Place } from '../../flow/resolve.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { argumentAt, callsOf } from '../../syntax/functions.ts';
import { hint, mentions } from '../../syntax/hints.ts';
import type { FunctionNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, isFunction, memberName, propertyName } from '../../syntax/nodes.ts';
import type { ObjectEntry, ObjectShape } from '../../flow/objects.ts';
import { shapeOf } from '../../flow/objects.ts';
import { originOf } from '../../flow/origin.ts';
import { manifestOf } from '../../syntax/package-manifest.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, perFile } from '../../syntax/source-file.ts';
import { staticText } from '../../flow/static-text.ts';
import { corsPolicies } from './cors.ts';
import { chainRoot } from './exchange.ts';
import { returnedBodies } from './handler-returns.ts';
import { nameIn, secretsIn } from './session-middleware.ts';
import type { CookieAttribute, ServerApi } from './server-api.ts';

/** https://hapi.dev/api/#-serverstatename-options: hapi's own names for the attributes of a cookie. */
const ATTRIBUTES: Readonly<Partial<Record<CookieAttribute, string>>> = {
  httpOnly: 'isHttpOnly',
  secure: 'isSecure',
  sameSite: 'isSameSite',
  maxAge: 'ttl',
};
const DEFAULTS = { httpOnly: true, secure: true, sameSite: true } as const;

/**
 * hapi, https://hapi.dev/api/: what a route's handler returns is the answer, whole or in `h.response(…)`. Its cookies are HttpOnly,
 * Secure and Strict unless told otherwise, and their `ttl` counts milliseconds. With credentials its CORS answers with the caller's origin.
 */
export const hapi: ServerApi = {
  id: 'hapi',
  hint: /hapi|\bhandler\b|\bh\.(?:response|state)\b/,
  ageUnit: 0.001,
  *responses(file) {
    for (const { handler, path } of routeHandlersOf(file)) yield* returnedBodies(hapi, file, handler, path === undefined ? {} : { path });
    for (const call of callsOf(file)) {
      if (call.callee.type !== 'MemberExpression' || memberName(call.callee) !== 'response') continue;
      const body = argumentAt(call, 0);
      const handler = body && toolkitAt(file, call.callee.object);
      if (body && handler) yield { api: hapi, node: call, body: { file, node: body }, handler };
    }
  },
  *cookies(file) {
    for (const call of callsOf(file)) {
      const method = call.callee.type === 'MemberExpression' ? memberName(call.callee) : undefined;
      if (call.callee.type !== 'MemberExpression' || (method !== 'state' && method !== 'unstate')) continue;
      const [name, value, attributes] = [0, 1, 2].map((i) => argumentAt(call, i));
      if (!name || !toolkitAt(file, chainRoot(call.callee.object))) continue;
      const cookie = { api: hapi, node: call, name: { file, node: name }, attributeNames: ATTRIBUTES, defaults: DEFAULTS } as const;
      if (method === 'unstate') yield { ...cookie, operation: 'remove' };
      else if (value) yield { ...cookie, operation: 'write', value, ...(attributes && { attributes: { file, node: attributes } }) };
    }
    // https://hapi.dev/module/cookie/api, https://hapi.dev/module/yar/api: the options of the cookie that holds the session.
    for (const { node, cookie, defaultName } of sessionCookiesOf(file))
      yield {
        api: hapi,
        operation: 'write',
        node,
        isSession: true,
        defaultName,
        ...nameIn(cookie),
        attributes: { file, node },
        sharesAttributes: true,
        attributeNames: ATTRIBUTES,
        defaults: DEFAULTS,
      };
  },
  *cors(file) {
    for (const property of nodesOf(file, 'Property')) {
      if (propertyName(property) !== 'cors' || !isRouteSetting(file, property)) continue;
      if (shapeOf({ file, node: property.value })) yield* corsPolicies(hapi, file, property, property.value, 'reflected');
    }
  },
  *secrets(file) {
    for (const { cookie, taker } of sessionCookiesOf(file)) yield* secretsIn(cookie, ['password'], taker);
  },
};

const USES_HAPI = hint(/['"](?:@hapi\/[\w-]+|hapi)['"]/);
const TOOLKIT_TYPE = /^(?:@hapi\/hapi|hapi)#ResponseToolkit<new>$/;
const TOOLKIT_NAME = /^_?(?:h|toolkit|responseToolkit)$/;
const REQUEST_NAME = /^_*(?:req|request)?$/;

/** The handler whose toolkit an expression is: `h` after the request, or what is typed as one. */
function toolkitAt(file: SourceFile, node: Node): FunctionNode | undefined {
  const root = bare(node);
  const variable = root.type === 'Identifier' ? variableOf(file, root) : undefined;
  const binding = variable && bindingOf(variable);
  if (root.type !== 'Identifier' || binding?.kind !== 'parameter' || binding.path.length > 0) return undefined;
  if (TOOLKIT_TYPE.test(originOf(file, root) ?? '')) return binding.fn;
  const before = binding.fn.params[binding.index - 1];
  const isAfterRequest = before !== undefined && (before.type !== 'Identifier' || REQUEST_NAME.test(before.name));
  return TOOLKIT_NAME.test(root.name) && isAfterRequest ? binding.fn : undefined;
}

interface RouteHandler {
  readonly handler: FunctionNode;
  readonly path?: string;
}

/** The handlers of `{ method, path, handler }` and `{ method, path, options: { handler } }`, wherever routes are listed. */
const routeHandlersOf = perFile((file): readonly RouteHandler[] =>
  nodesOf(file, 'ObjectExpression').flatMap((route) => {
    const shape = isRoute(route) ? shapeOf({ file, node: route }) : undefined;
    const entry = shape && handlerEntry(shape);
    const fn = entry && resolveValue(placeOf(entry));
    if (fn?.file !== file || !isFunction(fn.node) || !(isHapiFile(file) || takesToolkit(fn.node))) return [];
    const written = shape?.entries.get('path');
    const path = written && staticText(written.file, written.value);
    return [{ handler: fn.node, ...(path !== undefined && { path }) }];
  }),
);

function handlerEntry({ entries }: ObjectShape): ObjectEntry | undefined {
  const options = entries.get('options') ?? entries.get('config');
  return entries.get('handler') ?? (options && shapeOf(placeOf(options))?.entries.get('handler'));
}

function placeOf({ file, value }: ObjectEntry): Place {
  return { file, node: value };
}

function isRoute({ properties }: TSESTree.ObjectExpression): boolean {
  const names = new Set(properties.map((one) => (one.type === 'Property' ? propertyName(one) : undefined)));
  return names.has('method') && names.has('path');
}

function isHapiFile(file: SourceFile): boolean {
  const dependencies = manifestOf(file.path)?.dependencies;
  return mentions(file, USES_HAPI) || dependencies?.has('@hapi/hapi') === true || dependencies?.has('hapi') === true;
}

function takesToolkit({ params: [, second] }: FunctionNode): boolean {
  return second?.type === 'Identifier' && TOOLKIT_NAME.test(second.name);
}

/** `cors` of a route's options, or of all routes': `Hapi.server({ routes: { cors } })`. */
function isRouteSetting(file: SourceFile, { parent }: TSESTree.Property): boolean {
  const holder = parent.parent;
  return (
    isHapiFile(file) &&
    parent.type === 'ObjectExpression' &&
    holder.type === 'Property' &&
    /^(?:routes|options|config)$/.test(propertyName(holder) ?? '')
  );
}

interface SessionCookie {
  readonly node: Node;
  readonly cookie: NonNullable<ReturnType<typeof shapeOf>>;
  readonly taker: string;
  readonly defaultName: string;
}

/** `server.auth.strategy('session', 'cookie', { cookie })` of @hapi/cookie, and `{ plugin: Yar, options: { cookieOptions } }`. */
const sessionCookiesOf = perFile((file): readonly SessionCookie[] => {
  if (!isHapiFile(file)) return [];
  return nodesOf(file, 'Property').flatMap((property): SessionCookie[] => {
    const name = propertyName(property);
    const isStrategy = name === 'cookie' && isStrategyOptions(file, property.parent);
    if (!isStrategy && name !== 'cookieOptions') return [];
    const cookie = shapeOf({ file, node: property.value });
    if (!cookie?.entries.has('password')) return [];
    return [
      {
        node: property.value,
        cookie,
        ...(isStrategy ? { taker: '@hapi/cookie', defaultName: 'sid' } : { taker: '@hapi/yar', defaultName: 'session' }),
      },
    ];
  });
});

function isStrategyOptions(file: SourceFile, options: Node): boolean {
  const call = options.parent;
  if (call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression' || memberName(call.callee) !== 'strategy') return false;
  const scheme = argumentAt(call, 1);
  return scheme !== undefined && staticText(file, scheme) === 'cookie';
}
