import { exposuresOfKind } from '../exposures/index.ts';
import { storageHint } from '../exposures/storage.ts';
import { createRule } from '../lint/create-rule.ts';

const MESSAGES = { 'cookie-write': 'written', 'cookie-read': 'read', 'cookie-keep': 'kept' } as const;

export default createRule({
  name: 'no-script-readable-token-cookie',
  description: 'Disallow cookies with credentials that scripts set or read: what a script can write, any script can read',
  recommended: true,
  hint: storageHint('script-cookie'),
  schema: [],
  defaultOptions: [],
  messages: {
    written: 'This puts {{what}} into a cookie by script, so any script of the page can read it: {{reason}}. Let the server set the cookie with HttpOnly, Secure and SameSite.',
    kept: 'This keeps {{what}} in a cookie by script, so any script of the page can read it: {{reason}}. Let the server set the cookie with HttpOnly, Secure and SameSite.',
    read: 'This reads {{what}} from a cookie by script, so any other script of the page can read it too: {{reason}}. With HttpOnly on the cookie the browser sends it by itself, and scripts need not see it.',
  },
  check: (file) => exposuresOfKind(file, 'cookie-write', 'cookie-read', 'cookie-keep').map(({ kind, node, what, reason }) => ({
    messageId: MESSAGES[kind as keyof typeof MESSAGES],
    range: node.range,
    data: { what, reason },
  })),
});
