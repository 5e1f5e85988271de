import { resolveValue } from '../../flow/resolve.ts';
import { argumentAt } from '../../syntax/functions.ts';
import type { CallNode, Node } from '../../syntax/nodes.ts';
import { shapeOf } from '../../flow/objects.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { StorageOperation } from './storage-api.ts';
import { clear, keyedStorage, many, read, remove, unless, write } from './storage-api.ts';

const methods: Readonly<Record<string, StorageOperation>> = {
  getItem: read(),
  get: read(),
  getString: read(),
  getObject: read(),
  getMany: many(read()),
  multiGet: many(read()),
  getItemSync: read(),
  getItemAsync: read(),
  setItem: write(),
  mergeItem: write(),
  set: many(write()),
  setString: write(),
  setObject: write(),
  setMany: many(write()),
  multiSet: many(write()),
  multiMerge: many(write()),
  setItemSync: write(),
  setItemAsync: write(),
  removeItem: remove(),
  remove: remove(),
  delete: remove(),
  removeMany: many(remove()),
  multiRemove: many(remove()),
  removeItemSync: remove(),
  removeItemAsync: remove(),
  clear,
  clearAll: clear,
};

/** Storages of a device that are files in clear, whatever one does: a backup, a rooted or borrowed device reads them. */
export const deviceStorage = keyedStorage({
  id: 'device-storage',
  medium: 'native-storage',
  hint: /asyncstorage|async-storage|@capacitor\/|@ionic\/storage|kv-store|ApplicationSettings|application-settings/i,
  objects: {
    // https://react-native-async-storage.github.io/async-storage/docs/api
    '@react-native-async-storage/async-storage#': 'AsyncStorage',
    '@react-native-async-storage/async-storage#createAsyncStorage()': 'AsyncStorage',
    '@react-native-community/async-storage#': 'AsyncStorage',
    // Part of React Native until 0.59.
    'react-native#AsyncStorage': 'AsyncStorage',
    // https://docs.expo.dev/versions/latest/sdk/sqlite/#key-value-storage
    'expo-sqlite/kv-store#': 'expo-sqlite/kv-store',
    'expo-sqlite/kv-store#Storage': 'expo-sqlite/kv-store',
    'expo-sqlite/kv-store#AsyncStorage': 'expo-sqlite/kv-store',
    // https://capacitorjs.com/docs/apis/preferences: one object with `key` and `value`; called Storage before version 4
    '@capacitor/preferences#Preferences': 'Capacitor Preferences',
    '@capacitor/storage#Storage': 'Capacitor Storage',
    '@capacitor/core#Plugins.Storage': 'Capacitor Storage',
    // https://github.com/ionic-team/ionic-storage: IndexedDB or SQLite
    '@ionic/storage#Storage<new>': 'Ionic Storage',
    '@ionic/storage#Storage<new>.create()': 'Ionic Storage',
    '@ionic/storage-angular#Storage<new>': 'Ionic Storage',
    '@ionic/storage-angular#Storage<new>.create()': 'Ionic Storage',
    // https://docs.nativescript.org/core/application-settings
    '@nativescript/core#ApplicationSettings': 'ApplicationSettings',
    '@nativescript/core/application-settings#': 'ApplicationSettings',
  },
  // Capacitor and createAsyncStorage take an object each: `{ key, value }` is one entry, `{ token }` are many.
  methods: { ...methods, set: write() },
  functions: {
    // Gives `{ getItem, setItem }` of that one key.
    '@react-native-async-storage/async-storage#useAsyncStorage': { operation: 'keep', key: 0, storage: 'AsyncStorage' },
  },
});

/**
 * Storages that encrypt when they are told to: https://github.com/mrousavy/react-native-mmkv,
 * https://github.com/sindresorhus/electron-store
 */
export const encryptableStorage = unless(
  isEncrypted,
  keyedStorage({
    id: 'encryptable-storage',
    medium: 'native-storage',
    hint: /mmkv|electron-store/i,
    objects: {
      'react-native-mmkv#MMKV<new>': 'MMKV',
      'react-native-mmkv#createMMKV()': 'MMKV',
      'electron-store#<new>': 'electron-store',
      // https://github.com/ammarahm-ed/react-native-mmkv-storage
      'react-native-mmkv-storage#MMKVLoader<new>.initialize()': 'MMKV',
      'react-native-mmkv-storage#MMKVLoader<new>.withInstanceID().initialize()': 'MMKV',
      'react-native-mmkv-storage#<new>.initialize()': 'MMKV',
      'react-native-mmkv-storage#<new>.withInstanceID().initialize()': 'MMKV',
    },
    methods,
    functions: {
      // The second argument is the instance.
      'react-native-mmkv#useMMKVString': { operation: 'keep', key: 0 },
      'react-native-mmkv#useMMKVObject': { operation: 'keep', key: 0 },
    },
    functionsLabel: 'MMKV',
  }),
);

/** Whether the storage that a call goes to was made with an `encryptionKey`, or may have been: its options are not to be seen. */
function isEncrypted(file: SourceFile, node: CallNode): boolean {
  const instance = node.callee.type === 'MemberExpression' ? node.callee.object : argumentAt(node, 1);
  if (!instance) return false;
  const { file: home, node: made } = resolveValue({ file, node: instance });
  const options = made.type === 'NewExpression' || made.type === 'CallExpression' ? argumentAt(made, 0) : undefined;
  return options !== undefined && hasKey(home, options);
}

function hasKey(file: SourceFile, options: Node): boolean {
  const shape = shapeOf({ file, node: options });
  return !shape || shape.open || shape.entries.has('encryptionKey');
}
