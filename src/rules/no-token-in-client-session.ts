import { CLIENT_SESSION_HINT } from '../exposures/client-session.ts';
import { exposuresOfKind } from '../exposures/index.ts';
import { createRule } from '../lint/create-rule.ts';

export default createRule({
  name: 'no-token-in-client-session',
  description: 'Disallow credentials in the session that NextAuth (Auth.js) sends to the page',
  recommended: true,
  severity: 'high',
  cwe: [200],
  hint: CLIENT_SESSION_HINT,
  schema: [],
  defaultOptions: [],
  messages: {
    callback:
      'This puts {{what}} into the session, which `/api/auth/session` answers and `useSession()` gives to every ' +
      "script of the page: {{reason}}. Leave it in the `jwt` callback's token, which stays in an HttpOnly cookie, " +
      'and call the API from the server.',
    type:
      'This promises pages {{what}} in their session, so that the `session` callback has to send it to scripts: ' +
      '{{reason}}. Declare it on `JWT`, which stays on the server.',
    read:
      'This takes {{what}} out of the session, where every script of the page can take it too: {{reason}}. Call the ' +
      'API from the server, which reads the token from the HttpOnly cookie.',
  },
  check: (file) =>
    exposuresOfKind(file, 'token-in-client-session').map(({ node, form, what, reason }) => ({
      messageId: form,
      range: node.range,
      data: { what, reason },
    })),
});
