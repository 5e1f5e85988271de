import type { Node } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';

/** A place where a program goes to an address, or sends somebody there. */
export interface Navigation {
  readonly node: Node;
  /** Where to, as a text or an object that the code puts together. */
  readonly to: Node;
  /** Who goes: a page that navigates, a server that redirects, a connection that a page opens. */
  readonly kind: 'page' | 'redirect' | 'connection';
}

/** Something that navigates. */
export interface NavigationApi {
  readonly id: string;
  /** Text without which no file can use it. */
  readonly hint: RegExp;
  navigations(file: SourceFile): Iterable<Navigation>;
}

/** Properties of an address as an object under which its query is: of Vue Router and Next, of Angular. */
export const QUERY_PROPERTIES = /^(?:query|queryParams|search|searchParams)$/;
