import { exposuresOfKind } from '../exposures/index.ts';
import { PERSISTED_HINT } from '../exposures/persisted-state.ts';
import { storageHint } from '../exposures/storage.ts';
import { createRule } from '../lint/create-rule.ts';
import type { Finding } from '../lint/finding.ts';
import type { SourceFile } from '../syntax/source-file.ts';

type MessageIds = 'written' | 'read' | 'kept' | 'persisted';

const MESSAGES = { 'native-write': 'written', 'native-read': 'read', 'native-keep': 'kept' } as const;
const ADVICE =
  "a file in clear that backups carry away and a rooted device shows: {{reason}}. Keep it in the platform's " +
  "secure storage instead: expo-secure-store, react-native-keychain, a Capacitor keychain plugin, Electron's " +
  'safeStorage.';

export default createRule<[], MessageIds>({
  name: 'no-token-in-native-storage',
  description: 'Disallow keeping credentials in unencrypted native storage: AsyncStorage, Preferences, MMKV, electron-store',
  recommended: false,
  severity: 'medium',
  cwe: [312, 922],
  hint: new RegExp(`${storageHint('native-storage').source}|${PERSISTED_HINT.source}`, 'i'),
  schema: [],
  defaultOptions: [],
  messages: {
    written: `This puts {{what}} into {{storage}}, ${ADVICE}`,
    read: `This reads {{what}} from {{storage}}, ${ADVICE}`,
    kept: `This keeps {{what}} in {{storage}}, ${ADVICE}`,
    persisted: `With {{library}}, \`{{name}}\` of this state goes into ${ADVICE}`,
  },
  check: (file) => [...stored(file), ...persisted(file)],
});

function stored(file: SourceFile): Finding<MessageIds>[] {
  return exposuresOfKind(file, 'native-write', 'native-read', 'native-keep').map(({ kind, node, access, what, reason }) => ({
    messageId: MESSAGES[kind as keyof typeof MESSAGES],
    range: node.range,
    data: { what, storage: access.storage, reason },
  }));
}

function persisted(file: SourceFile): Finding<MessageIds>[] {
  return exposuresOfKind(file, 'native-persisted-state').map(({ node, library, name, reason }) => ({
    messageId: 'persisted',
    range: node.range,
    data: { library, name, reason },
  }));
}
