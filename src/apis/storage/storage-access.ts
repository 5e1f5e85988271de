import type { Node } from '../../syntax/nodes.ts';
import type { Place } from '../../flow/resolve.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { TextPart } from '../../flow/static-text.ts';

/** Who can read what is stored, which decides the rule and the advice. */
export type Medium =
  /** Any script of the page: localStorage and what is built on it or is as open. */
  | 'browser-storage'
  /** Any script of the page, because a script wrote it. */
  | 'script-cookie'
  /** The device's user and backups: unencrypted native storage. */
  | 'native-storage';

/**
 * The key under which something is stored: a text that is known as such, or the expression that gives it, with the
 * pieces that surround it where the key is put together elsewhere (`PREFIX + key` in a wrapper, `${name}=` of a cookie).
 * The expression may stand in another file: where an object was made that keeps one thing.
 */
export type StorageKey =
  | { readonly text: string; readonly node?: Node }
  | { readonly text?: undefined; readonly node: Node; readonly file?: SourceFile; readonly parts?: readonly TextPart[] };

/** One place where a program touches a storage. */
export interface StorageAccess {
  readonly api: StorageApi;
  /** `keep` is a hook or decorator that reads and writes: `const [token, setToken] = useLocalStorage('token')`. */
  readonly operation: 'read' | 'write' | 'keep' | 'remove' | 'clear';
  /** The storage as people call it: `localStorage`, "a cookie". */
  readonly storage: string;
  /** The call, member access or assignment: what is reported. */
  readonly node: Node;
  /** The expression that gives the storage, where a method of it is called. */
  readonly object?: Place;
  readonly key?: StorageKey;
  /** For a write, what is stored; for `keep`, what it starts with. */
  readonly value?: Place;
  /** For `keep`, whether the file uses the object that is made: then its uses are what there is to say. */
  readonly isUsed?: true;
  /** For `keep`, what the code gives it afterwards: `setToken(data.token)`. */
  readonly later?: readonly Place[];
}

/** A storage of the outside world: how it is recognised and where a file touches it. */
export interface StorageApi {
  readonly id: string;
  readonly medium: Medium;
  /** Text without which no file can use this storage, as a list of words (`/a|b/`): cheap to test, before anything is walked. */
  readonly hint: RegExp;
  /** The same for a file that may get the storage from another, where it is not named: what its methods are called. */
  readonly linkedHint?: RegExp;
  accesses(file: SourceFile): Iterable<StorageAccess>;
  /** The name, for people, of the storage that an expression gives. */
  storageAt?(file: SourceFile, node: Node): string | undefined;
}

/** What a method or function does, by the index of its arguments. */
export interface StorageOperation {
  readonly operation: StorageAccess['operation'];
  readonly key?: number;
  readonly value?: number;
  /** Whether the key's argument may hold many: `{ token, user }`, `['token', 'user']`, `[['token', value]]`. */
  readonly many?: true;
  /** What it does when it gets the key alone, for a function that is both: `store('token')`, `store('token', value)`. */
  readonly alone?: 'read';
  /** The storage's name for people, where it is another than the description's. */
  readonly storage?: string;
}
