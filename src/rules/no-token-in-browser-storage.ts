import { exposuresOfKind } from '../exposures/index.ts';
import { SDK_HINT } from '../exposures/sdk-storages.ts';
import { storageHint } from '../exposures/storage.ts';
import { createRule } from '../lint/create-rule.ts';
import type { Finding } from '../lint/finding.ts';
import { isOfExtension } from '../syntax/package-manifest.ts';
import type { SourceFile } from '../syntax/source-file.ts';

type MessageIds = 'written' | 'read' | 'kept' | 'inExtension' | 'sdk';

const MESSAGES = { 'storage-write': 'written', 'storage-read': 'read', 'storage-keep': 'kept' } as const;

const IN_EXTENSION = {
  'storage-write': { does: 'puts', where: 'into' },
  'storage-read': { does: 'reads', where: 'from' },
  'storage-keep': { does: 'keeps', where: 'in' },
} as const;

export default createRule<[], MessageIds>({
  name: 'no-token-in-browser-storage',
  description: 'Disallow keeping credentials in localStorage, sessionStorage and other storages that every script of the page can read',
  recommended: true,
  severity: 'high',
  cwe: [922],
  hint: new RegExp(`${storageHint('browser-storage').source}|${SDK_HINT.source}`, 'i'),
  schema: [],
  defaultOptions: [],
  messages: {
    written:
      'This puts {{what}} into {{storage}}, where any script of the page can read it and keep it: {{reason}}. Let ' +
      'the server set it as an HttpOnly cookie, which no script can read.',
    kept:
      'This keeps {{what}} in {{storage}}, where any script of the page can read it: {{reason}}. Let the server set ' +
      'it as an HttpOnly cookie, which no script can read, and keep in state only what the page shows.',
    read:
      'This reads {{what}} from {{storage}}, where any other script of the page can read it too: {{reason}}. Keep it ' +
      'in an HttpOnly cookie, which the browser sends by itself.',
    inExtension:
      'This {{does}} {{what}} {{where}} {{storage}}, which stays on disk, where all scripts of the extension can read it: ' +
      '{{reason}}. Keep it in `chrome.storage.session`, which is memory, and let the background script send the requests.',
    sdk:
      "With this setting {{sdk}} keeps the user's tokens in {{storage}}, where any script of the page can read them " +
      'and keep them. {{instead}}; or let a backend for the frontend hold the tokens and give the page an HttpOnly ' +
      'cookie.',
  },
  check: (file) => [...stored(file), ...keptBySdks(file)],
});

function stored(file: SourceFile): Finding<MessageIds>[] {
  return exposuresOfKind(file, 'storage-write', 'storage-read', 'storage-keep').map(({ kind, node, access, what, reason }) => {
    const data = { what, storage: access.storage, reason };
    // No server can set a cookie for an extension: there the usual advice cannot be followed.
    return access.api.id === 'extension-storage' || isOfExtension(file)
      ? { messageId: 'inExtension', range: node.range, data: { ...data, ...IN_EXTENSION[kind as keyof typeof MESSAGES] } }
      : { messageId: MESSAGES[kind as keyof typeof MESSAGES], range: node.range, data };
  });
}

function keptBySdks(file: SourceFile): Finding<MessageIds>[] {
  return exposuresOfKind(file, 'sdk-storage').map(({ node, sdk, storage, instead }) => ({
    messageId: 'sdk',
    range: node.range,
    data: { sdk, storage, instead },
  }));
}
