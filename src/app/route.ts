import type { Place } from '../flow/resolve.ts';
import type { Node } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';

/** A route of a server. */
export interface Route {
  readonly file: SourceFile;
  /** The call or method that registers it. */
  readonly node: Node;
  /** Lower case; `use` for middleware under a path, which only {@link routesOf} names. */
  readonly methods: readonly string[];
  /** With the prefixes of the routers above it, as far as they are known. */
  readonly path: string;
  /** The part of the path that stands where the route is registered; undefined where it cannot be read. */
  readonly ownPath: string | undefined;
  /** Whether the path is known from the app's root on, none of its parts out of sight. */
  readonly isWhole: boolean;
  /** What answers, the route's own middleware first. */
  readonly handlers: readonly Place[];
  /** What runs before, in order: the app's middlewares and those of the routers between. */
  readonly before: readonly Place[];
  /** Whether it is registered only where the app does not run for people: in development, in tests. */
  readonly isForDevelopment: boolean;
}

/** The method by which a route is asked, in capitals: `POST` for one that takes all. */
export function methodOf({ methods }: Route): string {
  const [first = 'post'] = methods;
  return /^(?:all|use|del)$/.test(first) ? (first === 'del' ? 'DELETE' : 'POST') : first.toUpperCase();
}

/** Puts a path below a prefix. */
export function join(prefix: string, path: string): string {
  return `${prefix}/${path}`
    .replace(/\/{2,}/g, '/')
    .replace(/(.)\/$/, '$1')
    .replace(/^\/$/, '');
}
