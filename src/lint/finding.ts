import type { Range } from '../syntax/nodes.ts';

/** A change of text: what stands in the range is replaced. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

/** An edit that a person may choose, right by itself. */
export interface Suggestion<MessageIds extends string> {
  readonly messageId: MessageIds;
  readonly data?: Readonly<Record<string, string>>;
  readonly edits: readonly TextEdit[];
}

/** What a rule says of a file. ESLint reports it, `httponly scan` prints it. */
export interface Finding<MessageIds extends string = string> {
  readonly messageId: MessageIds;
  readonly range: Range;
  readonly data: Readonly<Record<string, string>>;
  readonly suggestions?: readonly Suggestion<MessageIds>[];
}
