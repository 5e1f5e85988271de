import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import type { Place } from '../../flow/resolve.ts';
import { argumentAt, calleeName, callsOf } from '../../syntax/functions.ts';
import type { CallNode, Node } from '../../syntax/nodes.ts';
import { bare, isFunction, memberName } from '../../syntax/nodes.ts';
import { originOf } from '../../flow/origin.ts';
import { hint } from '../../syntax/hints.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { perFile } from '../../syntax/source-file.ts';
import type { JwtApi, Lifetime } from './jwt-api.ts';
import { algorithmOf, keysIn, lifetimeOf, optionIn, placeIn, placeOf } from './options.ts';

/**
 * https://github.com/fastify/fastify-jwt: `register(jwt, { secret, sign: { expiresIn } })` gives `fastify.jwt.sign(payload, options)`,
 * `reply.jwtSign`, `request.jwtVerify` and `fastify.jwt.decode`. A number in `expiresIn` counts seconds, and HS256 is the default
 * for a secret that is a text. Once called fastify-jwt.
 */
export const fastifyJwt: JwtApi = {
  id: '@fastify/jwt',
  hint: /fastify[-/]jwt|\.jwt\s*\.|\.jwtSign|\.jwtDecode/,
  signCall: 'fastify.jwt.sign',
  *signings(file) {
    for (const call of callsOf(file)) {
      const method = methodOf(file, call);
      if (method !== 'sign' && method !== 'jwtSign') continue;
      const [payload, second] = [0, 1].map((i) => argumentAt(call, i));
      const last = call.arguments.at(-1);
      const options = second && !isFunction(second) ? { file, node: second } : undefined;
      // reply.jwtSign takes { sign: options } too.
      const inner = method === 'jwtSign' ? (placeIn(options, 'sign') ?? options) : options;
      const lifetime = lifetimeOf(inner, placeOf(file, payload));
      yield {
        api: fastifyJwt,
        node: call,
        ...(method === 'jwtSign' && { call: 'reply.jwtSign' }),
        ...(payload && { payload }),
        lifetime: lifetime === 'none' && !nothingIsSaid(file) ? 'unknown' : lifetime,
        algorithm: algorithmOf(inner),
        ...(isFunction(last) && { callback: { fn: last, index: 1 } }),
      };
    }
  },
  *verifications(file) {
    for (const call of callsOf(file)) {
      const method = methodOf(file, call);
      if (method !== 'verify' && method !== 'jwtVerify') continue;
      const [token, options] = method === 'verify' ? [0, 1].map((i) => argumentAt(call, i)) : [undefined, argumentAt(call, 0)];
      yield {
        api: fastifyJwt,
        node: call,
        call: method === 'verify' ? 'fastify.jwt.verify' : 'request.jwtVerify',
        ...(token && { token }),
        ...(options && !isFunction(options) && { options }),
      };
    }
    for (const { call, options } of registrations(file)) {
      const verify = placeIn(options, 'verify');
      if (verify?.file === file) yield { api: fastifyJwt, node: call, call: '@fastify/jwt', options: verify.node };
    }
  },
  *decodings(file) {
    for (const call of callsOf(file)) {
      const method = methodOf(file, call);
      const token = method === 'decode' ? argumentAt(call, 0) : undefined;
      if (method === 'decode' || method === 'jwtDecode')
        yield {
          api: fastifyJwt,
          node: call,
          call: method === 'decode' ? 'fastify.jwt.decode' : 'request.jwtDecode',
          ...(token && { token }),
        };
    }
  },
  *settings(file) {
    for (const { call, options } of registrations(file)) {
      const sign = optionIn(options, 'sign');
      const said = typeof sign === 'string' ? undefined : sign.value;
      const lifetime: Lifetime = said ? lifetimeOf(said, undefined) : 'unknown';
      const secret = placeIn(options, 'secret');
      // A pair of keys, or a function that finds one, may be of any algorithm.
      const isText = secret !== undefined && secret.node.type !== 'ObjectExpression' && !isFunction(secret.node);
      yield {
        api: fastifyJwt,
        node: call,
        call: '@fastify/jwt',
        ...(secret?.file === file && { secret: secret.node }),
        lifetime: lifetime === 'none' ? 'unknown' : lifetime,
        algorithm: sign === 'unknown' ? {} : algorithmOf(said, isText ? 'HS256' : undefined),
      };
    }
  },
  *keys(file) {
    for (const { call, options } of registrations(file)) yield* keysIn(options, ['secret'], '@fastify/jwt', call.callee);
  },
};

const PLUGIN = /^(?:@fastify\/jwt|fastify-jwt)#(?:fastifyJwt)?$/;

/** `fastify.register(jwt, options)`. */
function* registrations(file: SourceFile): Generator<{ call: CallNode; options: Place }> {
  for (const call of callsOf(file)) {
    const [plugin, options] = [0, 1].map((i) => argumentAt(call, i));
    if (calleeName(call) === 'register' && plugin && options && PLUGIN.test(originOf(file, plugin) ?? ''))
      yield { call, options: { file, node: options } };
  }
}

const SPEAKS_OF_PLUGIN = hint(/fastify.?jwt/i);

/** Whether all registrations of the plugin that can be seen say nothing of how tokens are signed: then they never expire. */
const nothingIsSaid = perFile((file): boolean => {
  const all = [...new Set([file, ...(file.facts?.filesAbout(file, SPEAKS_OF_PLUGIN) ?? [])])].flatMap((one) => [...registrations(one)]);
  return all.length > 0 && all.every(({ options }) => optionIn(options, 'sign') === 'absent');
});

/** The method of the plugin that a call calls: `sign` of `fastify.jwt.sign`, `jwtSign` of `reply.jwtSign`. */
function methodOf(file: SourceFile, { callee }: CallNode): string | undefined {
  if (callee.type !== 'MemberExpression') return undefined;
  const name = memberName(callee) ?? '';
  if (/^jwt(?:Sign|Verify|Decode)$/.test(name)) return isParameter(file, callee.object) ? name : undefined;
  const namespace = bare(callee.object);
  if (!/^(?:sign|verify|decode)$/.test(name) || namespace.type !== 'MemberExpression' || memberName(namespace) !== 'jwt') return undefined;
  return isInstance(file, namespace.object) ? name : undefined;
}

function isParameter(file: SourceFile, node: Node): boolean {
  const variable = node.type === 'Identifier' ? variableOf(file, node) : undefined;
  return variable !== undefined && bindingOf(variable).kind === 'parameter';
}

/** The server: made here, handed to a plugin, or reached through a request. */
function isInstance(file: SourceFile, node: Node): boolean {
  const inner = bare(node);
  if (inner.type === 'ThisExpression') return /fastify/i.test(file.text);
  if (inner.type === 'MemberExpression') return /^(?:server|fastify|app)$/.test(memberName(inner) ?? '');
  if (/^fastify#(?:fastify)?\(\)$|^fastify#FastifyInstance<new>$/.test(originOf(file, inner) ?? '')) return true;
  return inner.type === 'Identifier' && /^(?:fastify|server|app|instance)$/.test(inner.name) && /fastify/i.test(file.text);
}
