import { resolveValue } from '../../flow/resolve.ts';
import { argumentAt, calleeName, callsOf } from '../../syntax/functions.ts';
import type { CallNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { bare } from '../../syntax/nodes.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { JwtApi, Lifetime, TokenSigning } from './jwt-api.ts';
import { algorithmOf, isNoKey, optionIn, placeOf } from './options.ts';

/**
 * https://github.com/panva/jose/tree/main/docs: `new SignJWT(claims).setProtectedHeader({ alg }).setExpirationTime('2h').sign(key)`,
 * where a text is a time span and a number or Date the moment; `jwtVerify(token, key, options)`; `decodeJwt(token)`, which checks
 * nothing; `EncryptJWT`, whose claims only the holder of the key reads. `jose/jwt/sign` and its like are the same by subpath.
 */
export const jose: JwtApi = {
  id: 'jose',
  hint: /\bjose\b/,
  signCall: 'SignJWT.sign',
  *signings(file) {
    for (const call of callsOf(file)) {
      const [, builder] =
        /^jose(?:\/[\w/-]+)?#(SignJWT|EncryptJWT|UnsecuredJWT)<new>(?:\.\w+\(\))*\.(?:sign|encrypt|encode)$/.exec(
          originOf(file, call.callee) ?? '',
        ) ?? [];
      if (builder !== undefined) yield signing(file, call, builder);
    }
  },
  *verifications(file) {
    for (const call of callsOf(file)) {
      if (!/^jose(?:\/[\w/-]+)?#(?:jwtVerify|jwtDecrypt)$/.test(originOf(file, call.callee) ?? '')) continue;
      const [token, secret, options] = [0, 1, 2].map((i) => argumentAt(call, i));
      yield {
        api: jose,
        node: call,
        call: calleeName(call) ?? 'jwtVerify',
        ...(token && { token }),
        ...(secret && { secret }),
        ...(options && { options }),
        ...(token && isNoKey(file, secret) && { lacksKey: true }),
      };
    }
  },
  *decodings(file) {
    for (const call of callsOf(file)) {
      const [, called] = /^jose(?:\/[\w/-]+)?#(decodeJwt|UnsecuredJWT\.decode)$/.exec(originOf(file, call.callee) ?? '') ?? [];
      const token = argumentAt(call, 0);
      if (called !== undefined) yield { api: jose, node: call, call: called, ...(token && { token }) };
    }
  },
};

/** The calls of a chain by their names, from the last to the first, with the `new` that it begins with. */
function chainOf(
  file: SourceFile,
  call: CallNode,
): {
  readonly calls: ReadonlyMap<string, TSESTree.CallExpression>;
  readonly start: TSESTree.NewExpression | undefined;
  readonly isHeld: boolean;
} {
  const calls = new Map<string, TSESTree.CallExpression>();
  let isHeld = false;
  let at: Node = call;
  for (let steps = 0; steps < 16; steps++) {
    if (at.type === 'Identifier') {
      // What is kept in a variable may be told more elsewhere.
      isHeld = true;
      const value = resolveValue({ file, node: at });
      if (value.node === at || value.file !== file) break;
      at = value.node;
    }
    if (at.type === 'NewExpression') return { calls, start: at, isHeld };
    if (at.type !== 'CallExpression' || at.callee.type !== 'MemberExpression') break;
    const name = calleeName(at);
    if (name !== undefined && !calls.has(name)) calls.set(name, at);
    at = bare(at.callee.object);
  }
  return { calls, start: undefined, isHeld };
}

function signing(file: SourceFile, call: CallNode, builder: string): TokenSigning {
  const { calls, start, isHeld } = chainOf(file, call);
  const payload = start && argumentAt(start, 0);
  const header = calls.get('setProtectedHeader');
  const secret = argumentAt(call, 0);
  return {
    api: jose,
    node: call,
    call: builder,
    ...(payload && { payload }),
    ...(secret && { secret }),
    lifetime: lifetime(file, calls.get('setExpirationTime'), payload, !start || isHeld),
    algorithm: header ? algorithmOf(placeOf(file, argumentAt(header, 0)), undefined, 'alg') : {},
    ...(builder === 'EncryptJWT' && { isEncrypted: true }),
  };
}

function lifetime(file: SourceFile, said: TSESTree.CallExpression | undefined, payload: Node | undefined, isOpen: boolean): Lifetime {
  const value = said && argumentAt(said, 0);
  // The library itself tells a text, which is a time span, from a number or Date, which is the moment.
  if (said && value) return { value: { file, node: value }, form: 'moment', unit: 1, said: value };
  const claim = optionIn(placeOf(file, payload), 'exp');
  if (typeof claim !== 'string') return { value: claim.value, form: 'moment', unit: 1 };
  return !said && !isOpen && claim === 'absent' ? 'none' : 'unknown';
}
