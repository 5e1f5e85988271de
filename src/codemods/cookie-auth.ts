import type { ExpressApp } from '../apis/server/express-app.ts';
import { appsOf, lastBeforeRoutes, parsesCookies } from '../apis/server/express-app.ts';
import { indentationAt, styleOf } from '../edits/style.ts';
import type { TSESTree } from '../syntax/nodes.ts';
import type { CodemodContext } from './define-codemod.ts';
import { defineCodemod } from './define-codemod.ts';
import { importPath } from './facts.ts';
import { extendLibraries } from './server-session/auth-libraries.ts';
import { cleanUp } from './server-session/clean-up.ts';
import { renewByCookie } from './server-session/renewal.ts';
import { addRoutes, endOf, repeatRenewals } from './server-session/routes.ts';
import { clearOnSignOut } from './server-session/sign-out.ts';
import { takeHandshakes } from './server-session/sockets.ts';
import { takeCookies } from './server-session/token-reads.ts';

/** Lets the server take the session's cookie where it took a header, and guards what the cookie opens. */
export default defineCodemod({
  name: 'cookie-auth',
  description:
    "The server takes a Bearer token if one is sent, else the session's cookie; refuses cross-site requests; answers session and logout",
  side: 'server',
  hint: /express|authorization|token|passport|handshake|log_?out|sign_?out|\.(?:post|get)\s*\(/i,
  apply(context) {
    const { file, facts } = context;
    if (facts.phase === 'cleanup' && !facts.isTest(file.path)) cleanUp(context);
    if (facts.phase === 'client' || facts.phase === 'cleanup' || !facts.server.hasSessions || facts.isTest(file.path)) return;
    takeCookies(context);
    takeHandshakes(context);
    renewByCookie(context);
    for (const app of appsOf(file)) guard(context, app);
    addRoutes(context);
    repeatRenewals(context);
    clearOnSignOut(context);
    extendLibraries(context);
  },
});

/** Cookies are taken apart and cross-site requests refused, before any route. */
function guard(context: CodemodContext, app: ExpressApp): void {
  const { file, changes, facts } = context;
  const style = styleOf(file);
  const lines: string[] = [];
  const use = (middleware: string, source: string, imported: string, local: string): void => {
    lines.push(`${app.name}.use(${middleware})${style.semicolon}`);
    changes.addImport({ source, imported, local });
  };
  if (!facts.server.parsesCookies && !parsesCookies(file)) use('cookieParser()', 'cookie-parser', 'default', 'cookieParser');
  if (!file.text.includes('refuseCrossSite'))
    use('refuseCrossSite', importPath(file.path, facts.server.csrfCheck), 'refuseCrossSite', 'refuseCrossSite');
  if (facts.server.csrf === 'token' && !file.text.includes('requireCsrfToken'))
    use('requireCsrfToken', importPath(file.path, facts.server.csrfToken), 'requireCsrfToken', 'requireCsrfToken');
  if (lines.length === 0) return;
  const after = placeFor(app);
  const indentation = indentationAt(file.text, after.range[0]);
  changes.insert(endOf(file.text, after), lines.map((line) => style.lineEnd + indentation + line).join(''));
}

/** Behind the last middleware that has to run first; in a class whose routes are another method's, where its methods begin. */
function placeFor(app: ExpressApp): { readonly range: readonly [number, number] } & TSESTree.Node {
  return lastBeforeRoutes(app)?.statement ?? app.declaration;
}
