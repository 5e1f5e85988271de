import type { Node } from '../../../syntax/nodes.ts';
import type { SourceFile } from '../../../syntax/source-file.ts';

/** A storage that every script of the page can read. */
export interface ReadableStorage {
  readonly medium: 'browser-storage' | 'script-cookie';
  /** For people: `localStorage`. */
  readonly storage: string;
}

/** A setting that makes a sign-in library keep its tokens in such a storage. */
export interface SdkStorage extends ReadableStorage {
  /** The setting, where the file writes it. */
  readonly node: Node;
}

/** A sign-in library that runs in the page, as far as the storage of its tokens goes. What it does by itself is no setting. */
export interface AuthSdk {
  readonly id: string;
  /** For people: "Auth0". */
  readonly name: string;
  /** What to set instead, as a sentence without its end. */
  readonly instead: string;
  /** Text without which no file can set it, as a list of words. */
  readonly hint: RegExp;
  storages(file: SourceFile): Iterable<SdkStorage>;
}
