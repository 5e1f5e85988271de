import type { Place } from '../../flow/resolve.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { argumentAt, callsOf } from '../../syntax/functions.ts';
import type { CallNode } from '../../syntax/nodes.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { JwtApi } from './jwt-api.ts';
import { algorithmOf, keysIn, lifetimeOf, placeOf } from './options.ts';

/** Milliseconds, also for a number in `expiresIn`: https://github.com/nearform/fast-jwt#createsigner */
const MILLISECONDS = 0.001;

/**
 * https://github.com/nearform/fast-jwt: `createSigner({ key, expiresIn, algorithm })`, `createVerifier({ key })` and
 * `createDecoder()` each give a function. Without `algorithm` the key decides.
 */
export const fastJwt: JwtApi = {
  id: 'fast-jwt',
  hint: /fast-jwt/,
  signCall: 'signer',
  *signings(file) {
    for (const { call, options } of made(file, 'createSigner')) {
      const payload = argumentAt(call, 0);
      const lifetime = lifetimeOf(options, placeOf(file, payload), MILLISECONDS);
      // What createSigner was told is judged there.
      yield {
        api: fastJwt,
        node: call,
        ...(payload && { payload }),
        lifetime: typeof lifetime === 'string' || lifetime.form === 'moment' ? lifetime : 'unknown',
      };
    }
  },
  *verifications(file) {
    for (const call of callsOf(file)) {
      if (originOf(file, call.callee) !== 'fast-jwt#createVerifier') continue;
      const options = argumentAt(call, 0);
      yield { api: fastJwt, node: call, call: 'createVerifier', ...(options && { options }) };
    }
    for (const { call } of made(file, 'createVerifier')) {
      const token = argumentAt(call, 0);
      yield { api: fastJwt, node: call, call: 'verifier', ...(token && { token }) };
    }
  },
  *decodings(file) {
    for (const { call } of made(file, 'createDecoder')) {
      const token = argumentAt(call, 0);
      yield { api: fastJwt, node: call, call: 'decoder', ...(token && { token }) };
    }
  },
  *settings(file) {
    for (const call of callsOf(file)) {
      if (originOf(file, call.callee) !== 'fast-jwt#createSigner') continue;
      const options = placeOf(file, argumentAt(call, 0));
      const lifetime = lifetimeOf(options, undefined, MILLISECONDS);
      yield {
        api: fastJwt,
        node: call,
        call: 'createSigner',
        lifetime: lifetime === 'none' ? 'unknown' : lifetime,
        algorithm: algorithmOf(options),
      };
    }
  },
  *keys(file) {
    for (const call of callsOf(file)) {
      const [, what] = /^fast-jwt#(createSigner|createVerifier)$/.exec(originOf(file, call.callee) ?? '') ?? [];
      if (what !== undefined) yield* keysIn(placeOf(file, argumentAt(call, 0)), ['key'], what, call.callee);
    }
  },
};

/** Calls of the functions that a maker gave, with what the maker was told. */
function* made(file: SourceFile, maker: string): Generator<{ call: CallNode; options: Place | undefined }> {
  for (const call of callsOf(file)) {
    if (originOf(file, call.callee) !== `fast-jwt#${maker}()`) continue;
    const { file: home, node } = resolveValue({ file, node: call.callee });
    yield { call, options: node.type === 'CallExpression' ? placeOf(home, argumentAt(node, 0)) : undefined };
  }
}
