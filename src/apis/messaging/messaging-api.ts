import type { CallNode, Node } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';

/** A message that code sends to other windows. */
export interface SentMessage {
  readonly node: CallNode;
  readonly message: Node;
  readonly kind: 'window' | 'broadcast';
  /** For a window, whether any origin may receive it (`'*'`), undefined where that is not to be seen. */
  readonly toAnyOrigin?: boolean;
}

/** Something that sends messages to other windows. */
export interface MessagingApi {
  readonly id: string;
  /** Text without which no file can use it. */
  readonly hint: RegExp;
  messages(file: SourceFile): Iterable<SentMessage>;
}
