import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import type { Place } from '../../flow/resolve.ts';
import { argumentAt, callsOf } from '../../syntax/functions.ts';
import { hint, mentions } from '../../syntax/hints.ts';
import type { CallNode, Node } from '../../syntax/nodes.ts';
import { bare, memberName } from '../../syntax/nodes.ts';
import { originOf } from '../../flow/origin.ts';
import { manifestOf } from '../../syntax/package-manifest.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { staticText } from '../../flow/static-text.ts';
import type { JwtApi } from './jwt-api.ts';
import { keysIn, lifetimeOf, optionIn, placeIn } from './options.ts';

/**
 * https://elysiajs.com/plugins/jwt: `use(jwt({ name, secret, exp }))` gives handlers an object of that name, `jwt` by itself, with
 * `sign(payload)` and `verify(token)`. Without `exp` a token never expires; without `alg` it is HS256.
 */
export const elysiaJwt: JwtApi = {
  id: '@elysiajs/jwt',
  hint: /elysia/i,
  signCall: 'jwt.sign',
  *signings(file) {
    for (const call of callsOf(file)) {
      const payload = methodOf(file, call) === 'sign' ? argumentAt(call, 0) : undefined;
      if (!payload) continue;
      const lifetime = lifetimeOf(undefined, { file, node: payload });
      yield { api: elysiaJwt, node: call, payload, lifetime: lifetime === 'none' ? 'unknown' : lifetime };
    }
  },
  *verifications(file) {
    for (const call of callsOf(file)) {
      if (methodOf(file, call) !== 'verify') continue;
      const token = argumentAt(call, 0);
      yield { api: elysiaJwt, node: call, call: 'jwt.verify', ...(token && { token }) };
    }
  },
  *settings(file) {
    for (const { call, options } of registrations(file)) {
      const expiry = optionIn(options, 'exp');
      const algorithm = optionIn(options, 'alg');
      const secret = placeIn(options, 'secret');
      yield {
        api: elysiaJwt,
        node: call,
        call: '@elysiajs/jwt',
        ...(secret?.file === file && { secret: secret.node }),
        lifetime:
          typeof expiry === 'string'
            ? expiry === 'absent' && (nothingEnds(file) || nothingEndsElsewhere(file))
              ? 'none'
              : 'unknown'
            : { value: expiry.value, form: 'moment', unit: 1, said: expiry.node },
        algorithm: typeof algorithm === 'string' ? (algorithm === 'absent' ? { fallback: 'HS256' } : {}) : { said: algorithm.value },
      };
    }
  },
  *keys(file) {
    for (const { call, options } of registrations(file)) yield* keysIn(options, ['secret'], '@elysiajs/jwt', call.callee);
  },
};

/** Whether the file signs, and no claim says when what it signs ends. */
function nothingEnds(file: SourceFile): boolean {
  const signed = callsOf(file).filter((call) => methodOf(file, call) === 'sign');
  return (
    signed.length > 0 &&
    signed.every((call) => {
      const payload = argumentAt(call, 0);
      return payload !== undefined && lifetimeOf(undefined, { file, node: payload }) === 'none';
    })
  );
}

/** Whether the project signs elsewhere, where the plugin is used, and nothing there says when a token ends. */
function nothingEndsElsewhere(file: SourceFile): boolean {
  const { facts } = file;
  return (
    facts !== undefined &&
    facts.packageMentions(file, /jwt\w*\s*\.\s*sign\s*\(/i) &&
    !facts.packageMentions(file, /\bexp['"]?\s*[:,}]|\[['"]exp['"]\]/)
  );
}

/** `jwt(options)`, of the plugin. */
function* registrations(file: SourceFile): Generator<{ call: CallNode; options: Place }> {
  for (const call of callsOf(file)) {
    const options = originOf(file, call.callee) === '@elysiajs/jwt#jwt' ? argumentAt(call, 0) : undefined;
    if (options) yield { call, options: { file, node: options } };
  }
}

const USES_ELYSIA = hint(/['"](?:elysia|@elysiajs\/[\w-]+)['"]/);

/**
 * The method of the plugin's object that a call calls: `sign` of `({ jwt }) => jwt.sign(…)` and of
 * `(context) => context.jwt.sign(…)`.
 */
function methodOf(file: SourceFile, { callee }: CallNode): string | undefined {
  const name = callee.type === 'MemberExpression' ? memberName(callee) : undefined;
  if (callee.type !== 'MemberExpression' || (name !== 'sign' && name !== 'verify')) return undefined;
  const isElysia = mentions(file, USES_ELYSIA) || manifestOf(file.path)?.dependencies.has('elysia') === true;
  return isElysia && isGivenToHandlers(file, callee.object) ? name : undefined;
}

function isGivenToHandlers(file: SourceFile, node: Node): boolean {
  const inner = bare(node);
  const names = namesOf(file);
  if (inner.type === 'MemberExpression') {
    const variable = variableOf(file, bare(inner.object));
    return variable !== undefined && bindingOf(variable).kind === 'parameter' && names.test(memberName(inner) ?? '');
  }
  const variable = inner.type === 'Identifier' ? variableOf(file, inner) : undefined;
  const binding = variable && bindingOf(variable);
  return binding?.kind === 'parameter' && binding.path.length === 1 && names.test(binding.path[0] ?? '');
}

/** Under which names: those that the file's registrations give; elsewhere what apps call it. */
function namesOf(file: SourceFile): RegExp {
  const given = [...registrations(file)].flatMap(({ options }) => {
    const name = placeIn(options, 'name');
    const text = name && staticText(name.file, name.node);
    return text === undefined || !/^\w+$/.test(text) ? [] : [text];
  });
  return new RegExp(`^(?:${['jwt', '\\w*(?:Jwt|JWT)', ...given].join('|')})$`);
}
