import { exposuresOfKind } from '../exposures/index.ts';
import { createRule } from '../lint/create-rule.ts';

export default createRule({
  name: 'no-script-readable-token-cookie',
  description: 'Disallow cookies with credentials that scripts set or read: what a script can write, any script can read',
  recommended: true,
  hint: /cookie/i,
  schema: [],
  defaultOptions: [],
  messages: {
    written: 'This puts {{what}} into a cookie by script, so any script of the page can read it: {{reason}}. Let the server set the cookie with HttpOnly, Secure and SameSite.',
    read: 'This reads {{what}} from a cookie by script, so any other script of the page can read it too: {{reason}}. With HttpOnly on the cookie the browser sends it by itself, and scripts need not see it.',
  },
  check: (file) => exposuresOfKind(file, 'cookie-write', 'cookie-read').map(({ kind, node, what, reason }) => ({
    messageId: kind === 'cookie-write' ? 'written' : 'read',
    range: node.range,
    data: { what, reason },
  })),
});
