import type { Place } from '../flow/resolve.ts';
import type { Node } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { Route } from './route.ts';

/** An app that a file creates, with what hangs on it wherever that is written: what a verdict is about. */
export interface AppFacts {
  readonly file: SourceFile;
  /** The call that creates it. */
  readonly node: Node;
  /** Of its framework. */
  readonly id: string;
  readonly label: string;
  readonly routes: readonly Route[];
  /** What runs for more than one route, wherever it is registered. */
  readonly middlewares: readonly Place[];
  /** The files that the app is made of; in a project, those of its package. */
  readonly files: readonly SourceFile[];
  /** Whether what hangs on it is put there by means that cannot be followed, so that what the package has may be its. */
  readonly isLoose: boolean;
}
