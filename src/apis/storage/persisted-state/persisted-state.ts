import type { ObjectEntry } from '../../../flow/objects.ts';
import type { Place } from '../../../flow/resolve.ts';
import { resolveValue } from '../../../flow/resolve.ts';
import { argumentAt, calleeName, returnsOf } from '../../../syntax/functions.ts';
import type { Node } from '../../../syntax/nodes.ts';
import { isFunction, memberName } from '../../../syntax/nodes.ts';
import { originOf } from '../../../flow/origin.ts';
import { staticText } from '../../../flow/static-text.ts';
import { runtimeOf } from '../../../syntax/runtime.ts';
import type { SourceFile } from '../../../syntax/source-file.ts';
import { textOf } from '../../../syntax/source-file.ts';
import type { StateTree } from './state-tree.ts';
import { beginning } from '../../../credentials/alternatives.ts';

/** What of a state is written: all but some, or some only. */
export type Selection =
  { readonly kind: 'all'; readonly without: readonly string[] } | { readonly kind: 'only'; readonly parts: readonly SelectedPart[] };

/** A part that is named to be written: a path of names, and where it says so. */
export interface SelectedPart {
  readonly path: string;
  readonly node: Node;
}

/** A place where a library is told to write a store's state to a storage by itself, and to bring it back. */
export interface PersistedState {
  /** The library's function, for people: "zustand's persist". */
  readonly library: string;
  /** The configuration or call: reported where what it keeps stands in another file. */
  readonly node: Node;
  readonly medium: 'browser-storage' | 'native-storage';
  readonly selection: Selection;
  readonly state?: StateTree;
  /** What the state is called, where it is not to be seen: `authReducer`. */
  readonly name?: string;
  /** The key under which it is written to a storage of the browser, and to which of them, where that is known. */
  readonly stored?: { readonly key: string; readonly storage: 'localStorage' | 'sessionStorage' };
}

/** A library that persists state. */
export interface PersistenceApi {
  readonly id: string;
  /** Text without which no file can use it, as a list of words. */
  readonly hint: RegExp;
  states(file: SourceFile): Iterable<PersistedState>;
}

const NATIVE = beginning([
  /@react-native-async-storage\//,
  /@react-native-community\/async-storage/,
  /react-native#AsyncStorage/,
  /expo-sqlite\/kv-store/,
  /@capacitor\//,
  /@ionic\/storage/,
  /electron-store/,
  /redux-persist-filesystem/,
]);
const BROWSER = /^(?:localStorage|sessionStorage|redux-persist\/|localforage|js-cookie)/;

/** Vaults, memory, and storages that do nothing: what is kept there is not for scripts of the page, or not kept. */
const SAFE = /secure|keychain|sensitive|memory|noop|vault/i;

/**
 * Who can read a storage that a library is given: `localStorage`, `createJSONStorage(() => AsyncStorage)`. Undefined for a
 * vault and for memory. One that is not given is the browser's.
 */
export function mediumOf(file: SourceFile, storage: Node | undefined): PersistedState['medium'] | undefined {
  if (!storage) return runtimeOf(file) === 'native' ? 'native-storage' : 'browser-storage';
  const origin = originOf(file, storage);
  if (origin !== undefined && NATIVE.test(origin)) return 'native-storage';
  if (origin !== undefined && BROWSER.test(origin)) return 'browser-storage';
  const { file: home, node } = resolveValue({ file, node: storage });
  const given = isFunction(node)
    ? returnsOf(node)[0]
    : node.type === 'CallExpression' && calleeName(node) === 'createJSONStorage'
      ? argumentAt(node, 0)
      : undefined;
  if (given) return mediumOf(home, given);
  if (SAFE.test(`${origin ?? ''} ${storage.type === 'ObjectExpression' ? '' : textOf(file, storage)}`)) return undefined;
  return runtimeOf(file) === 'native' ? 'native-storage' : 'browser-storage';
}

/** Where the value of an object's entry stands. */
export function placeOf({ file, value }: ObjectEntry): Place {
  return { file, node: value };
}

/** Where a state is written, by the expressions for the key and for the storage; one that is not given is the usual one. */
export function storedUnder(
  key: Place | string | undefined,
  storage: Place | undefined,
): Required<Pick<PersistedState, 'stored'>> | undefined {
  const text = typeof key === 'string' || key === undefined ? key : staticText(key.file, key.node);
  if (text === undefined) return undefined;
  // `redux-persist/lib/storage/session`, `createJSONStorage(() => sessionStorage)`
  const asked = storage && `${textOf(storage.file, storage.node)} ${originOf(storage.file, storage.node) ?? ''}`;
  return { stored: { key: text, storage: /session/i.test(asked ?? '') ? 'sessionStorage' : 'localStorage' } };
}

/** Names in a list: `['token', 'user']`. Undefined where it is no list that can be seen. */
export function namesIn(place: Place | undefined): SelectedPart[] | undefined {
  if (!place) return undefined;
  const { file, node } = resolveValue(place);
  if (node.type !== 'ArrayExpression') return undefined;
  return node.elements.flatMap((element) => {
    const value = element && element.type !== 'SpreadElement' ? resolveValue({ file, node: element }).node : undefined;
    if (value?.type === 'MemberExpression') return [{ path: memberName(value) ?? '', node: element! }];
    return value?.type === 'Literal' && typeof value.value === 'string' ? [{ path: value.value, node: element! }] : [];
  });
}
