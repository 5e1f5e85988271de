import { expressAppsOf } from '../apis/server/express-app.ts';
import { defineCodemod } from './define-codemod.ts';
import { extendLibraries } from './server-session/auth-libraries.ts';
import { cleanUp } from './server-session/clean-up.ts';
import { guard } from './server-session/guard.ts';
import { keepCookiesFromLogs } from './server-session/logged-cookies.ts';
import { takeQueries } from './server-session/query-tokens.ts';
import { renewByCookie } from './server-session/renewal.ts';
import { addRoutes, repeatRenewals } from './server-session/routes.ts';
import { clearOnSignOut } from './server-session/sign-out.ts';
import { takeHandshakes } from './server-session/sockets.ts';
import { coverTokenEndpoint } from './server-session/token-endpoint.ts';
import { takeCookies } from './server-session/token-reads.ts';

/** Lets the server take the session's cookie where it took a header, and guards what the cookie opens. */
export default defineCodemod({
  name: 'cookie-auth',
  description:
    "The server takes a Bearer token if one is sent, else the session's cookie; refuses cross-site requests; answers session and logout",
  side: 'server',
  hint: /express|authorization|token|passport|handshake|log_?out|sign_?out|headers|cookies|\.(?:post|get)\s*\(/i,
  apply(context) {
    const { file, facts } = context;
    if (facts.phase === 'cleanup' && !facts.isTest(file.path)) cleanUp(context);
    if (facts.phase === 'client' || facts.phase === 'cleanup' || !facts.server.hasSessions || facts.isTest(file.path)) return;
    takeCookies(context);
    takeHandshakes(context);
    takeQueries(context);
    renewByCookie(context);
    for (const app of expressAppsOf(file)) guard(context, app);
    addRoutes(context);
    coverTokenEndpoint(context);
    repeatRenewals(context);
    clearOnSignOut(context);
    keepCookiesFromLogs(context);
    extendLibraries(context);
  },
});
