import type { Range } from '../syntax/nodes.ts';

/** A change of the text itself. */
export interface TextChange {
  readonly range: Range;
  readonly text: string;
}
