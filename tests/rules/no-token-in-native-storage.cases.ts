import type { RuleCases } from '../support/rule-cases.ts';
import type { StorageObject } from '../support/storage-library.ts';
import { casesOfFunction, casesOfObject, joined, reported } from '../support/storage-library.ts';

const items = { write: 'setItem', read: 'getItem', remove: 'removeItem' };
const named = { given: "{ key: '$key', value: $value }", asked: "{ key: '$key' }" };

const objects: readonly StorageObject[] = [
  { source: '@react-native-async-storage/async-storage', ...items },
  { source: '@react-native-async-storage/async-storage', exported: 'createAsyncStorage', made: "$('app')", ...items },
  { source: '@react-native-community/async-storage', ...items },
  { source: 'react-native', exported: 'AsyncStorage', ...items },
  { source: 'expo-sqlite/kv-store', ...items },
  { source: '@capacitor/preferences', exported: 'Preferences', ...named },
  { source: '@capacitor/storage', exported: 'Storage', ...named },
  { source: '@ionic/storage', exported: 'Storage', made: 'new $()' },
  { source: '@ionic/storage-angular', exported: 'Storage', made: 'new $()' },
  { source: '@nativescript/core', exported: 'ApplicationSettings', write: 'setString', read: 'getString' },
  { source: 'react-native-mmkv', exported: 'MMKV', made: 'new $()', read: 'getString', remove: 'delete' },
  { source: 'react-native-mmkv', exported: 'createMMKV', made: "$({ id: 'app' })", read: 'getString' },
  { source: 'electron-store', made: "new $({ name: 'app' })", remove: 'delete' },
];

const { valid, invalid } = joined([
  ...objects.map(casesOfObject),
  casesOfFunction({ source: 'react-native-mmkv', exported: 'useMMKVString', given: "'$key'" }, 'kept'),
  casesOfFunction({ source: '@react-native-async-storage/async-storage', exported: 'useAsyncStorage', given: "'$key'" }, 'kept'),
]);

export default {
  rule: 'no-token-in-native-storage',
  valid: [
    ...valid,
    {
      name: "the platform's secure storage",
      code: "import * as SecureStore from 'expo-secure-store';\nimport * as Keychain from 'react-native-keychain';\nawait SecureStore.setItemAsync('token', token);\nawait Keychain.setGenericPassword('token', token);",
    },
    {
      name: "Electron's safeStorage",
      code: "const { safeStorage } = require('electron');\nconst sealed = safeStorage.encryptString(token);",
    },
    {
      name: 'MMKV with a key',
      code: "import { MMKV } from 'react-native-mmkv';\nconst storage = new MMKV({ id: 'session', encryptionKey: key });\nstorage.set('token', token);\nstorage.getString('token');",
    },
    {
      name: 'MMKV with options from elsewhere',
      code: "import { createMMKV } from 'react-native-mmkv';\nimport { options } from './options';\nconst storage = createMMKV(options);\nstorage.set('token', token);",
    },
    {
      name: 'a hook over MMKV with a key',
      code: "import { createMMKV, useMMKVString } from 'react-native-mmkv';\nconst vault = createMMKV({ id: 'session', encryptionKey: key });\nexport const useToken = () => useMMKVString('token', vault);",
    },
    {
      name: 'electron-store with a key',
      code: "const Store = require('electron-store');\nconst store = new Store({ encryptionKey: process.env.KEY });\nstore.set('token', token);\nstore.set({ token });",
    },
    { name: "the web's storage is another rule's", code: "localStorage.setItem('token', token);" },
    {
      name: 'a push address',
      code: "import AsyncStorage from '@react-native-async-storage/async-storage';\nawait AsyncStorage.setItem('fcmToken', fcmToken);\nawait AsyncStorage.setItem('expoPushToken', pushToken);",
    },
    {
      name: 'many settings',
      code: "import AsyncStorage from '@react-native-async-storage/async-storage';\nawait AsyncStorage.multiSet([['theme', theme], ['locale', locale]]);\nawait AsyncStorage.multiRemove(['token', 'user']);",
    },
  ],
  invalid: [
    ...invalid,
    reported(
      'many at once',
      "import AsyncStorage from '@react-native-async-storage/async-storage';\nawait AsyncStorage.multiSet([['theme', theme], ▶['token', data.token], ▶['refreshToken', data.refreshToken]]);",
      'written',
    ),
    reported(
      'many are read',
      "import AsyncStorage from '@react-native-async-storage/async-storage';\nconst [[, theme], [, token]] = await AsyncStorage.multiGet(['theme', ▶'token']);",
      'read',
    ),
    reported(
      'merged into an object',
      "import AsyncStorage from '@react-native-async-storage/async-storage';\nawait ▶AsyncStorage.mergeItem('session', JSON.stringify({ user, accessToken }));",
      'written',
    ),
    reported(
      'the token in a stored object',
      "import AsyncStorage from '@react-native-async-storage/async-storage';\n▶AsyncStorage.setItem('@app:user', JSON.stringify({ name, token: data.token }));",
      'written',
    ),
    reported(
      "Capacitor's plugins of old",
      "import { Plugins } from '@capacitor/core';\nconst { Storage } = Plugins;\nawait ▶Storage.set({ key: 'token', value: data.token });",
      'written',
    ),
    reported(
      "Ionic's storage after create()",
      "import { Storage } from '@ionic/storage-angular';\nexport class Session {\n  private kept: Storage | null = null;\n  constructor(private storage: Storage) {}\n  async init() { this.kept = await this.storage.create(); }\n  save(data) { return ▶this.kept?.set('token', data.token); }\n}",
      'written',
      { filename: 'src/session.ts' },
    ),
    reported(
      'electron-store takes an object',
      "const Store = require('electron-store');\nconst store = new Store();\nstore.set({ theme, ▶token: data.token });",
      'written',
    ),
    reported("electron-store's dotted key", "import Store from 'electron-store';\n▶new Store().set('auth.token', data.token);", 'written'),
    reported(
      'MMKV in a class',
      "import { MMKV } from 'react-native-mmkv';\nclass Session {\n  private storage = new MMKV({ id: 'session' });\n  save(data) { ▶this.storage.set('token', data.token); }\n}",
      'written',
      { filename: 'src/session.ts' },
    ),
    reported(
      'zustand persists into it',
      "import AsyncStorage from '@react-native-async-storage/async-storage';\nimport { create } from 'zustand';\nimport { createJSONStorage, persist } from 'zustand/middleware';\nexport const useAuth = create(persist((set) => ({ ▶token: null }), { name: 'auth', storage: createJSONStorage(() => AsyncStorage) }));",
      'persisted',
    ),
    reported(
      'redux-persist persists into it',
      "import AsyncStorage from '@react-native-async-storage/async-storage';\nimport { persistReducer } from 'redux-persist';\nimport { auth } from './auth';\nexport default persistReducer({ key: 'auth', storage: AsyncStorage, whitelist: [▶'token'] }, auth);",
      'persisted',
    ),
    reported("the team's own storage", "import { save } from '@acme/device';\n▶save('token', data.token);", 'written', {
      settings: { storages: [{ module: '@acme/device', kind: 'native' }] },
    }),
  ],
} satisfies RuleCases;
