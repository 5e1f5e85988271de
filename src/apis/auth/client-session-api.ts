import type { FunctionNode, Node, TSESTree } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';

/** A function that makes the session which scripts of the page get. */
export interface SessionMaker {
  readonly fn: FunctionNode;
  /** The names under which it holds the session and the token that stays on the server. */
  readonly session: string;
  readonly token?: string;
  /** Whether that token was filled with more than the library's own claims. */
  readonly isTokenFilled: boolean;
}

/** A library whose session is sent to the page, where scripts read it. */
export interface ClientSessionApi {
  readonly id: string;
  /** Text without which no file can use it. */
  readonly hint: RegExp;
  /** The functions that make the session. */
  makers(file: SourceFile): Iterable<SessionMaker>;
  /** The members of the types that say what is in the session. */
  types(file: SourceFile): Iterable<TSESTree.TypeElement>;
  /** The places where the code of a page reads a member of the session, with the member's name. */
  reads(file: SourceFile): Iterable<{ readonly node: Node; readonly name: string }>;
}
