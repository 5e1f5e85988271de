import { exposuresOfKind } from '../exposures/index.ts';
import { createRule } from '../lint/create-rule.ts';

export default createRule({
  name: 'no-token-in-browser-storage',
  description: 'Disallow keeping credentials in localStorage, sessionStorage and other storages that every script of the page can read',
  recommended: true,
  hint: /storage/i,
  schema: [],
  defaultOptions: [],
  messages: {
    written: 'This puts {{what}} into {{storage}}, where any script of the page can read it and keep it: {{reason}}. Let the server set it as an HttpOnly cookie, which no script can read.',
    read: 'This reads {{what}} from {{storage}}, where any other script of the page can read it too: {{reason}}. Keep it in an HttpOnly cookie, which the browser sends by itself.',
  },
  check: (file) => exposuresOfKind(file, 'storage-write', 'storage-read').map(({ kind, node, access, what, reason }) => ({
    messageId: kind === 'storage-write' ? 'written' : 'read',
    range: node.range,
    data: { what, storage: access.storage, reason },
  })),
});
