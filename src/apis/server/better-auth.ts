import { shapeOf } from '../../flow/objects.ts';
import type { ObjectEntry, ObjectShape } from '../../flow/objects.ts';
import { originOf } from '../../flow/origin.ts';
import { argumentAt, callsOf } from '../../syntax/functions.ts';
import type { ServerApi } from './server-api.ts';

/**
 * Better Auth, https://www.better-auth.com/docs/concepts/cookies: its session's cookie is HttpOnly, Lax, and Secure on HTTPS, unless
 * `advanced` says otherwise for all cookies or for the session's.
 */
export const betterAuth: ServerApi = {
  id: 'better-auth',
  hint: /better-auth/,
  ageUnit: 1,
  *cookies(file) {
    for (const call of callsOf(file)) {
      const options = /^better-auth(?:\/\w+)?#betterAuth$/.test(originOf(file, call.callee) ?? '') ? argumentAt(call, 0) : undefined;
      const advanced = options && inside(shapeOf({ file, node: options }), 'advanced');
      for (const entry of [advanced?.entries.get('defaultCookieAttributes'), ofSession(advanced)])
        if (entry)
          yield {
            api: betterAuth,
            operation: 'write',
            node: entry.node,
            isSession: true,
            defaultName: 'better-auth.session_token',
            attributes: { file: entry.file, node: entry.value },
            defaults: { httpOnly: true, secure: true, sameSite: true, path: true },
          };
    }
  },
};

/** `cookies: { session_token: { attributes: … } }`. */
function ofSession(advanced: ObjectShape | undefined): ObjectEntry | undefined {
  return inside(inside(advanced, 'cookies'), 'session_token')?.entries.get('attributes');
}

function inside(shape: ObjectShape | undefined, name: string): ObjectShape | undefined {
  const entry = shape?.entries.get(name);
  return entry && shapeOf({ file: entry.file, node: entry.value });
}
