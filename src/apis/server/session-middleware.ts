import type { Place } from '../../flow/resolve.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { argumentAt, callsOf } from '../../syntax/functions.ts';
import { shapeOf } from '../../flow/objects.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { ObjectShape } from '../../flow/objects.ts';
import type { CallNode } from '../../syntax/nodes.ts';
import type { SecretUse, ServerApi } from './server-api.ts';

/** express-session, https://github.com/expressjs/session#options: its cookie's attributes are in `cookie`, HttpOnly by default. */
export const expressSession: ServerApi = {
  id: 'express-session',
  hint: /express-session/,
  ageUnit: 0.001,
  *cookies(file) {
    for (const { call, shape } of settings(file, 'express-session#')) {
      const cookie = shape.entries.get('cookie');
      // What was spread in may bring a cookie that is not to be seen from here.
      if (!cookie && shape.open) continue;
      yield {
        api: expressSession,
        operation: 'write',
        node: call.callee,
        isSession: true,
        defaultName: 'connect.sid',
        ...nameIn(shape),
        ...(cookie && { attributes: { file: cookie.file, node: cookie.value } }),
        defaults: { httpOnly: true, path: true },
      };
    }
  },
  *secrets(file) {
    for (const { shape } of settings(file, 'express-session#')) yield* secretsIn(shape, ['secret'], 'express-session');
  },
};

/**
 * cookie-session, https://github.com/expressjs/cookie-session#cookie-options: attributes beside the other options. HttpOnly by
 * default, and Secure by default over HTTPS.
 */
export const cookieSession: ServerApi = {
  id: 'cookie-session',
  hint: /cookie-session/,
  ageUnit: 0.001,
  *cookies(file) {
    for (const { call, shape } of settings(file, 'cookie-session#')) {
      const options = argumentAt(call, 0);
      yield {
        api: cookieSession,
        operation: 'write',
        node: call.callee,
        isSession: true,
        defaultName: 'session',
        ...nameIn(shape),
        ...(options && { attributes: { file, node: options } }),
        sharesAttributes: true,
        defaults: { httpOnly: true, secure: true, path: true },
      };
    }
  },
  *secrets(file) {
    for (const { shape } of settings(file, 'cookie-session#')) yield* secretsIn(shape, ['secret', 'keys'], 'cookie-session');
  },
};

/** cookie-parser takes the secret that signs cookies: https://github.com/expressjs/cookie-parser#cookieparsersecret-options */
export const cookieParser: ServerApi = {
  id: 'cookie-parser',
  hint: /cookie-parser/,
  *secrets(file) {
    for (const call of callsOf(file)) {
      const secret = originOf(file, call.callee) === 'cookie-parser#' ? argumentAt(call, 0) : undefined;
      if (secret) yield* oneOrMany({ node: call, secret: { file, node: secret }, taker: 'cookie-parser' });
    }
  },
};

function* settings(file: SourceFile, origin: string): Generator<{ call: CallNode; shape: ObjectShape }> {
  for (const call of callsOf(file)) {
    if (originOf(file, call.callee) !== origin) continue;
    const options = argumentAt(call, 0);
    const shape = options && shapeOf({ file, node: options });
    if (shape) yield { call, shape };
  }
}

/** The cookie's name, where the options give it one. */
export function nameIn(shape: ObjectShape, option = 'name'): { name?: Place } {
  const name = shape.entries.get(option);
  return name ? { name: { file: name.file, node: name.value } } : {};
}

/** The secrets under the given names, one by one where there is a list of them. */
export function* secretsIn(shape: ObjectShape, names: readonly string[], taker: string): Generator<SecretUse> {
  for (const name of names) {
    const entry = shape.entries.get(name);
    if (!entry) continue;
    yield* oneOrMany({ node: entry.node, secret: { file: entry.file, node: entry.value }, taker });
  }
}

/** A secret, or a list of them: those after the first open the sessions that were signed before. */
export function* oneOrMany(use: SecretUse): Generator<SecretUse> {
  const { file, node } = resolveValue(use.secret);
  // { 2: new, 1: old }, as iron-session has them.
  const several =
    node.type === 'ArrayExpression'
      ? node.elements
      : node.type === 'ObjectExpression'
        ? node.properties.map((one) => (one.type === 'Property' ? one.value : null))
        : undefined;
  if (!several) yield use;
  else for (const one of several) if (one && one.type !== 'SpreadElement') yield { ...use, secret: { file, node: one } };
}
