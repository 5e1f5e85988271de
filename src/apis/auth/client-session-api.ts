import type { FunctionNode, Node, TSESTree } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { SecretUse } from '../server/index.ts';

/** A function that makes the session which scripts of the page get. */
export interface SessionMaker {
  readonly fn: FunctionNode;
  /** The names under which it holds the session and the token that stays on the server. */
  readonly session: string;
  readonly token?: string | undefined;
  /** Whether that token was filled with more than the library's own claims. */
  readonly isTokenFilled: boolean;
  /** The members of that token which hold the user as the sign-in returned it. */
  readonly userMembers: ReadonlySet<string>;
  /** What sign-ins of the file return for a user. */
  readonly users: readonly Node[];
  /** The object in which it stands beside other callbacks. */
  readonly callbacks: TSESTree.ObjectExpression;
}

/** An expression that gives a session, or holds one as a part: `getSession()`, `useSession()` under `data`. */
export interface SessionSource {
  readonly node: Node;
  /** The way from the expression down to the session. */
  readonly path: readonly string[];
  /** Whether the code of a page asks, or a server. */
  readonly side: 'page' | 'server';
}

/** How the token that stays on the server is kept, as far as the settings beside a session's maker say it. */
export interface TokenKeeping {
  /** What the token's cookie is encrypted with, where it is said. */
  readonly secret?: Node;
  /** A setting by which it is kept in a way of its own: its name. */
  readonly ownWay?: 'cookies' | 'jwt' | 'database';
  /** The callback that fills the token, and renews what is in it. */
  readonly filler?: FunctionNode;
}

/** A library whose session is sent to the page, where scripts read it. */
export interface ClientSessionApi {
  readonly id: string;
  /** Text without which no file can use it. */
  readonly hint: RegExp;
  /** The functions that make the session. */
  makers(file: SourceFile): Iterable<SessionMaker>;
  /** How the token beside a made session is kept. */
  keepingOf(file: SourceFile, maker: SessionMaker): TokenKeeping;
  /** The members of the types that say what is in the session. */
  types(file: SourceFile): Iterable<TSESTree.TypeElement>;
  /** Where sessions come from in a file. */
  sources(file: SourceFile): Iterable<SessionSource>;
  /** The places where the code of a page reads a member of the session, with the member's name. */
  reads(file: SourceFile): Iterable<{ readonly node: Node; readonly name: string }>;
  /** The secrets with which its cookies are encrypted, where the code hands them over. */
  secrets(file: SourceFile): Iterable<SecretUse>;
}
