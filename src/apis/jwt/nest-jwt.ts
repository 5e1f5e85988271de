import type { Place } from '../../flow/resolve.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { argumentAt, calleeName, callsOf, returnsOf } from '../../syntax/functions.ts';
import type { CallNode } from '../../syntax/nodes.ts';
import { isFunction } from '../../syntax/nodes.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { JwtApi } from './jwt-api.ts';
import { algorithmOf, keysIn, lifetimeOf, optionIn, placeIn, placeOf } from './options.ts';

/**
 * https://github.com/nestjs/jwt: `JwtService.sign(payload, options)`, `signAsync`, `verify(token, options)`, `decode(token)`, with
 * jsonwebtoken's options and a `secret` of their own; what a call does not say, `JwtModule.register({ secret, signOptions })` does.
 */
export const nestJwt: JwtApi = {
  id: '@nestjs/jwt',
  hint: /@nestjs\/jwt/,
  signCall: 'jwtService.sign',
  *signings(file) {
    for (const { call, method } of serviceCalls(file, /^sign(?:Async)?$/)) {
      const [payload, second] = [0, 1].map((i) => argumentAt(call, i));
      const options = placeOf(file, second);
      const lifetime = lifetimeOf(options, placeOf(file, payload));
      // What this call leaves out, the module says.
      yield {
        api: nestJwt,
        node: call,
        call: `jwtService.${method}`,
        ...(payload && { payload }),
        ...secretIn(file, options),
        lifetime: lifetime === 'none' ? 'unknown' : lifetime,
        algorithm: algorithmOf(options),
      };
    }
  },
  *verifications(file) {
    for (const { call, method } of serviceCalls(file, /^verify(?:Async)?$/)) {
      const [token, options] = [0, 1].map((i) => argumentAt(call, i));
      yield {
        api: nestJwt,
        node: call,
        call: `jwtService.${method}`,
        ...(token && { token }),
        ...secretIn(file, placeOf(file, options)),
        ...(options && { options }),
      };
    }
  },
  *decodings(file) {
    for (const { call } of serviceCalls(file, /^decode$/)) {
      const token = argumentAt(call, 0);
      yield { api: nestJwt, node: call, call: 'jwtService.decode', ...(token && { token }) };
    }
  },
  *settings(file) {
    for (const { call, options } of modules(file)) {
      const signOptions = optionIn(options, 'signOptions');
      const said = typeof signOptions === 'string' ? undefined : signOptions.value;
      const hasSecret = typeof optionIn(options, 'secret') !== 'string';
      const lifetime = said ? lifetimeOf(said, undefined) : 'unknown';
      yield {
        api: nestJwt,
        node: call,
        call: 'JwtModule',
        ...secretIn(file, options),
        lifetime: lifetime === 'none' ? 'unknown' : lifetime,
        algorithm: signOptions === 'unknown' ? {} : algorithmOf(said, hasSecret ? 'HS256' : undefined),
      };
    }
  },
  *keys(file) {
    for (const { call, options } of modules(file))
      yield* keysIn(options, ['secret', 'secretOrPrivateKey', 'privateKey'], 'JwtModule', call.callee);
  },
};

function* serviceCalls(file: SourceFile, methods: RegExp): Generator<{ call: CallNode; method: string }> {
  for (const call of callsOf(file)) {
    const method = calleeName(call) ?? '';
    if (methods.test(method) && /^@nestjs\/jwt#JwtService(?:<new>)?\.\w+$/.test(originOf(file, call.callee) ?? '')) yield { call, method };
  }
}

/** `JwtModule.register({…})`, `registerAsync({ useFactory: () => ({…}) })`, `new JwtService({…})`: the options of each. */
function* modules(file: SourceFile): Generator<{ call: CallNode; options: Place }> {
  for (const call of callsOf(file)) {
    const first = argumentAt(call, 0);
    const origin = first && originOf(file, call.callee);
    if (origin === '@nestjs/jwt#JwtModule.register' || (origin === '@nestjs/jwt#JwtService' && call.type === 'NewExpression'))
      yield { call, options: { file, node: first! } };
    if (origin !== '@nestjs/jwt#JwtModule.registerAsync') continue;
    const factory = placeIn({ file, node: first! }, 'useFactory');
    const made = factory && resolveValue(factory);
    if (made && isFunction(made.node))
      for (const returned of returnsOf(made.node)) yield { call, options: { file: made.file, node: returned } };
  }
}

function secretIn(file: SourceFile, options: Place | undefined): { secret?: Place['node'] } {
  const secret = placeIn(options, 'secret') ?? placeIn(options, 'privateKey');
  return secret?.file === file ? { secret: secret.node } : {};
}
