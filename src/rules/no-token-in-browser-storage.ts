import { exposuresOfKind } from '../exposures/index.ts';
import { storageHint } from '../exposures/storage.ts';
import { createRule } from '../lint/create-rule.ts';

const MESSAGES = { 'storage-write': 'written', 'storage-read': 'read', 'storage-keep': 'kept' } as const;

export default createRule({
  name: 'no-token-in-browser-storage',
  description: 'Disallow keeping credentials in localStorage, sessionStorage and other storages that every script of the page can read',
  recommended: true,
  hint: storageHint('browser-storage'),
  schema: [],
  defaultOptions: [],
  messages: {
    written: 'This puts {{what}} into {{storage}}, where any script of the page can read it and keep it: {{reason}}. Let the server set it as an HttpOnly cookie, which no script can read.',
    kept: 'This keeps {{what}} in {{storage}}, where any script of the page can read it: {{reason}}. Let the server set it as an HttpOnly cookie, which no script can read, and keep in state only what the page shows.',
    read: 'This reads {{what}} from {{storage}}, where any other script of the page can read it too: {{reason}}. Keep it in an HttpOnly cookie, which the browser sends by itself.',
  },
  check: (file) => exposuresOfKind(file, 'storage-write', 'storage-read', 'storage-keep').map(({ kind, node, access, what, reason }) => ({
    messageId: MESSAGES[kind as keyof typeof MESSAGES],
    range: node.range,
    data: { what, storage: access.storage, reason },
  })),
});
