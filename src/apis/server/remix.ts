import { argumentAt, callsOf, functionsOf } from '../../syntax/functions.ts';
import type { Place } from '../../flow/resolve.ts';
import { importedModules, typeImportedModules } from '../../syntax/imports.ts';
import type { CallNode } from '../../syntax/nodes.ts';
import { functionName } from '../../syntax/nodes.ts';
import type { ObjectShape } from '../../flow/objects.ts';
import { shapeOf } from '../../flow/objects.ts';
import { originOf } from '../../flow/origin.ts';
import { perFile } from '../../syntax/source-file.ts';
import { staticText } from '../../flow/static-text.ts';
import { returnedBodies } from './handler-returns.ts';
import { nameIn, secretsIn } from './session-middleware.ts';
import type { ServerApi } from './server-api.ts';

const PACKAGES =
  '(?:@remix-run/(?:node|cloudflare|deno|server-runtime|architect)|@react-router/(?:node|cloudflare|architect)|react-router)';
const SESSION_STORAGE = new RegExp(`^${PACKAGES}#create\\w*SessionStorage$`);
const COOKIE = new RegExp(`^${PACKAGES}#createCookie$`);
const FRAMEWORK = /^@remix-run\/(?:node|cloudflare|deno|server-runtime|react)$|^@react-router\/|(?:^|\/)\+types\//;

/**
 * Remix, and React Router as a framework: what an `action` returns is the page's `actionData`; `createCookie` and the cookie of a
 * session storage are Lax and have `Path=/` by themselves, and nothing more: https://reactrouter.com/explanation/sessions-and-cookies
 */
export const remix: ServerApi = {
  id: 'remix',
  hint: /createCookie|SessionStorage|\baction\b/,
  ageUnit: 1,
  *responses(file) {
    if (![...importedModules(file), ...typeImportedModules(file)].some((source) => FRAMEWORK.test(source))) return;
    for (const fn of functionsOf(file)) if (functionName(fn) === 'action') yield* returnedBodies(remix, file, fn);
  },
  *cookies(file) {
    for (const { call, name, attributes, isSession } of madeCookies(file)) {
      yield {
        api: remix,
        operation: 'write',
        node: call.callee,
        ...name,
        ...(isSession && { isSession, defaultName: '__session' }),
        ...(attributes && { attributes, sharesAttributes: true }),
        defaults: { sameSite: true, path: true },
      };
    }
  },
  *secrets(file) {
    for (const { options, maker } of madeCookies(file)) if (options) yield* secretsIn(options, ['secrets'], maker);
  },
};

interface MadeCookie {
  readonly call: CallNode;
  /** The function that makes it. */
  readonly maker: string;
  readonly name: ReturnType<typeof nameIn>;
  readonly attributes?: Place;
  readonly options?: ObjectShape;
  readonly isSession: boolean;
}

/** `createCookie(name, options)`, and `createCookieSessionStorage({ cookie: options })`, whose cookie may be one of those. */
const madeCookies = perFile((file): readonly MadeCookie[] =>
  callsOf(file).flatMap((call): MadeCookie[] => {
    const origin = originOf(file, call.callee) ?? '';
    const maker = origin.slice(origin.indexOf('#') + 1);
    if (COOKIE.test(origin)) {
      const [name, options] = [argumentAt(call, 0), argumentAt(call, 1)];
      const shape = options && shapeOf({ file, node: options });
      const own = name ? { name: { file, node: name } } : {};
      return [
        {
          call,
          maker,
          name: own,
          isSession: false,
          ...(options && { attributes: { file, node: options } }),
          ...(shape && { options: shape }),
        },
      ];
    }
    const given = SESSION_STORAGE.test(origin) ? argumentAt(call, 0) : undefined;
    const cookie = given && shapeOf({ file, node: given })?.entries.get('cookie');
    const shape = cookie && shapeOf({ file: cookie.file, node: cookie.value });
    if (!cookie || !shape) return [];
    const name = nameIn(shape);
    const isSession = !name.name || isSessionName(staticText(name.name.file, name.name.node));
    return [{ call, maker, name, isSession, attributes: { file: cookie.file, node: cookie.value }, options: shape }];
  }),
);

/** A storage of sessions keeps a theme, a language or a message that is shown once just as well: its name says which. */
function isSessionName(name: string | undefined): boolean {
  return (
    name === undefined || (/sess|auth|\bsid\b|log-?in/i.test(name) && !/theme|toast|flash|lang|locale|i18n|pref|cart|csrf/i.test(name))
  );
}
