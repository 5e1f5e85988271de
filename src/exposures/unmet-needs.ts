import type { AppFacts } from '../app/app-facts.ts';
import { appsOf } from '../app/apps.ts';
import { express } from '../apis/server/express.ts';
import type { Place } from '../flow/resolve.ts';
import { resolveThroughModules } from '../flow/value-uses.ts';
import { shapeOf } from '../flow/objects.ts';
import { originOf } from '../flow/origin.ts';
import { argumentAt } from '../syntax/functions.ts';
import { perFile, textOf } from '../syntax/source-file.ts';
import { whereIs } from './app-protection.ts';
import type { UnmetNeedExposure } from './exposure.ts';

/** Apps of Express in which something is used that nothing sets up. */
export const unmetNeedExposures = perFile((file): readonly UnmetNeedExposure[] =>
  appsOf(file)
    .filter(({ id }) => id === 'express' || id === 'nest')
    .flatMap((app) => [...withoutParser(app), ...withoutTrust(app)]),
);

/** What fills `req.cookies`: https://expressjs.com/en/5x/api.html#req.cookies */
const PARSES = /cookie-?parser|\.cookies\s*(?:\?\?|\|\|)?=[^=]|cookies\.express|universal-cookie-express|cookie-encrypter|fastify/i;

/** `req.cookies.token`, where it is always undefined: nobody is ever signed in, or the code falls over. */
function* withoutParser(app: AppFacts): Generator<UnmetNeedExposure> {
  const { file, node, files } = app;
  if (app.id !== 'express' || isMentioned(app, PARSES)) return;
  for (const one of files) {
    const [read] = express.cookieReads?.(one) ?? [];
    if (!read) continue;
    yield {
      kind: 'app-without-cookie-parser',
      file,
      node,
      what: textOf(one, read.node),
      where: whereIs(file, { file: one, node: read.node }),
    };
    return;
  }
}

/** Whether the app's files, or those of its package in a project, have a text in them. */
function isMentioned({ file, files }: AppFacts, pattern: RegExp): boolean {
  return [...files, ...(file.facts?.filesAbout(file, pattern) ?? [])].some(({ text }) => pattern.test(text));
}

/** A server that speaks TLS itself, one that is told of its proxy, and one that listens nowhere. */
const SECURE = /trust.?proxy|createSecureServer|['"](?:node:)?(?:https|http2|spdy|greenlock-express|vhttps)['"]/i;
const LISTENS = /\.listen\s*\(/;

/**
 * A session whose cookie is `secure`, in an app that speaks plain HTTP: express-session does not set it then, unless the app trusts
 * what the proxy says of the connection. https://expressjs.com/en/resources/middleware/session.html#cookiesecure
 */
function* withoutTrust(app: AppFacts): Generator<UnmetNeedExposure> {
  const session = app.middlewares.map(sessionIn).find((one) => one !== undefined);
  if (!session || !isMentioned(app, LISTENS) || isMentioned(app, SECURE)) return;
  const { file, node } = app;
  yield { kind: 'session-without-trust-proxy', file, node, what: session.secure, where: whereIs(file, session) };
}

/** The options of express-session with a cookie that is secure, at least in production. */
function sessionIn(middleware: Place): (Place & { readonly secure: string }) | undefined {
  if (!/^express-session#/.test(originOf(middleware.file, middleware.node) ?? '')) return undefined;
  const { file, node } = resolveThroughModules(middleware);
  const options = node.type === 'CallExpression' ? argumentAt(node, 0) : undefined;
  const shape = options && shapeOf({ file, node: options });
  const cookie = shape?.open === false && !shape.entries.has('proxy') ? shape.entries.get('cookie') : undefined;
  const secure = cookie && shapeOf({ file: cookie.file, node: cookie.value })?.entries.get('secure');
  const code = secure && textOf(secure.file, secure.value);
  return code !== undefined && isSecureInProduction(code) ? { file, node, secure: code } : undefined;
}

/** `true`, `process.env.NODE_ENV === 'production'`, `isProduction`. */
function isSecureInProduction(code: string): boolean {
  return code === 'true' || (/prod/i.test(code) && !/^!|!==|dev|test|local/i.test(code));
}
