import type { Place } from '../../../flow/resolve.ts';
import { argumentAt, callsOf } from '../../../syntax/functions.ts';
import { originOf } from '../../../flow/origin.ts';
import type { AuthSdk, ReadableStorage } from './auth-sdk.ts';
import type { Setting } from './settings.ts';
import { LOCAL_STORAGE, readableAmong, SCRIPT_COOKIE, SESSION_STORAGE, settingAt, storageObject } from './settings.ts';

/** https://docs.amplify.aws/javascript/build-a-backend/auth/manage-user-session */
const EXPORTS: Readonly<Record<string, ReadableStorage>> = {
  defaultStorage: LOCAL_STORAGE,
  sessionStorage: SESSION_STORAGE,
  'CookieStorage<new>': SCRIPT_COOKIE,
};

function storageOf(place: Place): ReadableStorage | undefined {
  const exported =
    /^(?:aws-amplify\/utils|@aws-amplify\/core|amazon-cognito-identity-js)#(.+)$/.exec(originOf(place.file, place.node) ?? '')?.[1] ?? '';
  return Object.hasOwn(EXPORTS, exported) ? EXPORTS[exported] : storageObject(place);
}

/** Calls, by origin, and the path of a setting within their first argument. The versions before 6 have them as options of `Auth`. */
type Takers = readonly (readonly [call: RegExp, ...path: readonly string[]])[];

const AMPLIFY = /^(?:aws-amplify|@aws-amplify\/core)#(?:Amplify\.)?configure$/;
const AUTH = /^(?:aws-amplify|@aws-amplify\/auth)#(?:Auth\.)?configure$/;

const STORAGES: Takers = [
  [/^@?aws-amplify\/auth\/cognito#cognitoUserPoolsTokenProvider\.setKeyValueStorage$/],
  [AMPLIFY, 'Auth', 'storage'],
  [AUTH, 'storage'],
  [/^amazon-cognito-identity-js#Cognito(?:UserPool|User)$/, 'Storage'],
];

/** Cookies that it sets by script, without HttpOnly: https://github.com/aws-amplify/amplify-js/issues/3224 */
const COOKIES: Takers = [
  [AMPLIFY, 'Auth', 'cookieStorage'],
  [AUTH, 'cookieStorage'],
];

/** Cognito's user pools in the page, by Amplify and by the library below it. */
export const amplify: AuthSdk = {
  id: 'amplify',
  name: 'Amplify',
  instead: 'Give it a key-value storage in memory, or sign in on the server (`createAuthRouteHandlers` of @aws-amplify/adapter-nextjs)',
  hint: /aws-amplify|amazon-cognito-identity-js/,
  *storages(file) {
    for (const call of callsOf(file)) {
      const origin = originOf(file, call.callee) ?? '';
      const node = /amplify|cognito/.test(origin) ? argumentAt(call, 0) : undefined;
      if (!node) continue;
      const taken = (takers: Takers): Setting[] =>
        takers.flatMap(([taker, ...path]) => (taker.test(origin) ? (settingAt({ file, node }, ...path) ?? []) : []));
      for (const setting of taken(STORAGES)) {
        const storage = readableAmong(setting.value, storageOf);
        if (storage) yield { ...storage, node: setting.node };
      }
      for (const setting of taken(COOKIES)) yield { ...SCRIPT_COOKIE, node: setting.node };
    }
  },
};
