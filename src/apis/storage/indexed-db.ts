import { resolveValue } from '../../flow/resolve.ts';
import { argumentAt, calleeName, callsOf } from '../../syntax/functions.ts';
import type { CallNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, isClass, memberName } from '../../syntax/nodes.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { clear, keyedStorage, many, read, remove, write } from './storage-api.ts';
import type { StorageAccess, StorageApi, StorageKey, StorageOperation } from './storage-api.ts';

const STORAGE = 'IndexedDB';

/** Libraries that make IndexedDB a map of keys and values. */
export const indexedDbLibraries = keyedStorage({
  id: 'indexed-db-libraries',
  medium: 'browser-storage',
  hint: /idb-keyval|localforage|ngforage/i,
  objects: {
    // https://localforage.github.io/localForage
    'localforage#': STORAGE,
    'localforage#createInstance()': STORAGE,
    localforage: STORAGE,
    'localforage.createInstance()': STORAGE,
    // https://github.com/Alorel/ngforage
    'ngforage#NgForage<new>': STORAGE,
  },
  methods: { getItem: read(), setItem: write(), removeItem: remove(), clear },
  functions: {
    // https://github.com/jakearchibald/idb-keyval
    'idb-keyval#get': read(),
    'idb-keyval#getMany': many(read()),
    'idb-keyval#set': write(),
    'idb-keyval#setMany': many(write()),
    'idb-keyval#update': { operation: 'write', key: 0 },
    'idb-keyval#del': remove(),
    'idb-keyval#delMany': many(remove()),
    'idb-keyval#clear': clear,
  },
  functionsLabel: STORAGE,
});

/** What an object store's methods do: https://w3c.github.io/IndexedDB/#object-store-interface. The value comes before the key. */
const STORE: Readonly<Record<string, StorageOperation>> = {
  get: read(),
  put: write(1, 0),
  add: write(1, 0),
  delete: remove(),
  clear,
};

/** idb's shortcuts, which name the store first: https://github.com/jakearchibald/idb#shortcuts-to-getset-from-an-object-store */
const DATABASE: Readonly<Record<string, StorageOperation>> = {
  get: read(1),
  put: write(2, 1),
  add: write(2, 1),
  delete: remove(1),
};

/** Dexie's tables, which are an object store each: https://dexie.org/docs/Table/Table */
const TABLE: Readonly<Record<string, StorageOperation>> = { ...STORE, update: write(0, 1), bulkPut: write(1, 0), bulkAdd: write(1, 0) };

const METHOD = /^(?:get|put|add|delete|clear|update|bulkPut|bulkAdd)$/;

/** IndexedDB by itself, through idb and through Dexie. */
export const indexedDb: StorageApi = {
  id: 'indexed-db',
  medium: 'browser-storage',
  hint: /objectStore|['"]idb['"]|dexie/i,
  *accesses(file) {
    for (const call of callsOf(file)) {
      if (call.callee.type !== 'MemberExpression') continue;
      const method = memberName(call.callee);
      if (method === undefined || !METHOD.test(method)) continue;
      const place = placeOf(file, bare(call.callee.object), call);
      const operation = place?.operations[method];
      if (place && operation) yield access(file, call, operation, place.store);
    }
  },
};

interface StorePlace {
  readonly operations: Readonly<Record<string, StorageOperation>>;
  /** The object store's name, which says what is in it where the key is part of the value. */
  readonly store: StorageKey | undefined;
}

/** The object store or database that a method belongs to. Undefined for anything else that has a `get`. */
function placeOf(file: SourceFile, object: Node, call: CallNode): StorePlace | undefined {
  const { file: home, node } = resolveValue({ file, node: object });
  // Nothing else has such a method: `transaction.objectStore('auth')`, whatever the transaction comes from.
  if (node.type === 'CallExpression' && calleeName(node) === 'objectStore')
    return { operations: STORE, store: named(home, argumentAt(node, 0)) };
  const origin = originOf(file, object);
  if (origin === 'idb#openDB()') return { operations: DATABASE, store: named(file, argumentAt(call, 0)) };
  if (origin?.startsWith('idb#openDB().transaction()')) return { operations: STORE, store: undefined };
  return tableOf(file, object);
}

/** `db.sessions`, `db.table('sessions')` of a Dexie database. */
function tableOf(file: SourceFile, object: Node): StorePlace | undefined {
  if (object.type === 'MemberExpression' && isDexie(file, object.object))
    return { operations: TABLE, store: { text: memberName(object) ?? '', node: object.property } };
  const isTable = object.type === 'CallExpression' && object.callee.type === 'MemberExpression' && memberName(object.callee) === 'table';
  return isTable && isDexie(file, (object.callee as TSESTree.MemberExpression).object)
    ? { operations: TABLE, store: named(file, argumentAt(object, 0)) }
    : undefined;
}

/** An instance of Dexie, or of a class of the project's own that extends it. */
function isDexie(file: SourceFile, node: Node): boolean {
  const origin = originOf(file, node);
  if (origin !== undefined) return /^dexie#(?:Dexie)?<new>$/.test(origin);
  const { file: home, node: made } = resolveValue({ file, node });
  if (made.type !== 'NewExpression') return false;
  const { file: classFile, node: host } = resolveValue({ file: home, node: made.callee });
  return isClass(host) && host.superClass != null && /^dexie#(?:Dexie)?$/.test(originOf(classFile, host.superClass) ?? '');
}

function named(file: SourceFile, node: Node | undefined): StorageKey | undefined {
  return node && { node: resolveValue({ file, node }).file === file ? node : resolveValue({ file, node }).node };
}

function access(file: SourceFile, call: CallNode, operation: StorageOperation, store: StorageKey | undefined): StorageAccess {
  const own = operation.key === undefined ? undefined : argumentAt(call, operation.key);
  const key = own ? { node: own } : operation.operation === 'write' ? (keyWithin(file, call, operation) ?? store) : undefined;
  const value = operation.value === undefined ? undefined : argumentAt(call, operation.value);
  return {
    api: indexedDb,
    operation: operation.operation,
    storage: STORAGE,
    node: call,
    ...(key && { key }),
    ...(value && { value: { file, node: value } }),
  };
}

/** A store with a key path has the key in the value: `put({ id: 'token', value })`. */
function keyWithin(file: SourceFile, call: CallNode, operation: StorageOperation): StorageKey | undefined {
  const value = argumentAt(call, operation.value ?? 0);
  const literal = value && resolveValue({ file, node: value }).node;
  if (literal?.type !== 'ObjectExpression') return undefined;
  const found = literal.properties.find(
    (property): property is TSESTree.Property =>
      property.type === 'Property' && property.key.type === 'Identifier' && /^(?:id|key|name)$/.test(property.key.name),
  );
  return found?.value.type === 'Literal' && typeof found.value.value === 'string'
    ? { text: found.value.value, node: found.value }
    : undefined;
}
