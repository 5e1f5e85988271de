import type { Node } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';

/** What every exposure has. */
export interface ExposureBase {
  readonly file: SourceFile;
  /** What is reported, and what a rewrite starts from. */
  readonly node: Node;
}
