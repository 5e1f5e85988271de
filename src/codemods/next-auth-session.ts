import { CLIENT_SESSION_HINT } from '../exposures/client-session.ts';
import { defineCodemod } from './define-codemod.ts';
import { rewriteSessions } from './client-session/rewrite-sessions.ts';

/** Takes a backend's token out of the session that NextAuth sends to pages. */
export default defineCodemod({
  name: 'next-auth-session',
  description: "The backend's token leaves NextAuth's session: pages ask a route of the app, which adds it on the server",
  side: 'client',
  isOfWholeApp: true,
  hint: new RegExp(`${CLIENT_SESSION_HINT.source}|\\bauth\\(`),
  applyTogether(contexts) {
    const [first] = contexts;
    const facts = first?.facts.clientSession;
    if (facts) rewriteSessions(new Map(contexts.map((context) => [context.file, context])), facts);
  },
});
