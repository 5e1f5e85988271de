import type { CallNode, FunctionNode, Node } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';

/** A call that makes a signed token. */
export interface TokenSigning {
  readonly api: JwtApi;
  readonly node: CallNode;
  readonly payload?: Node;
  readonly secret?: Node;
  readonly options?: Node;
  /** Where the token arrives in a callback: the function, and the index of its parameter. */
  readonly callback?: { readonly fn: FunctionNode; readonly index: number };
}

/** A call that checks a token's signature. */
export interface TokenVerification {
  readonly api: JwtApi;
  readonly node: CallNode;
  readonly token?: Node;
  readonly secret?: Node;
  readonly options?: Node;
}

/** A library that signs and verifies JSON Web Tokens. */
export interface JwtApi {
  readonly id: string;
  /** Text without which no file can use the library. */
  readonly hint: RegExp;
  /** The call as people write it: `jwt.sign`. */
  readonly signCall: string;
  signings(file: SourceFile): Iterable<TokenSigning>;
  verifications(file: SourceFile): Iterable<TokenVerification>;
}
