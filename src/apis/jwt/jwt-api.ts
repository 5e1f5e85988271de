import type { Place } from '../../flow/resolve.ts';
import type { CallNode, FunctionNode, Node } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';

/** What the code says about how long a token lives. */
export interface TokenLifetime {
  readonly value: Place;
  /** `span` counts from now, `moment` is when it ends. */
  readonly form: 'span' | 'moment';
  /** How many seconds one of a number is. Texts bring their unit. */
  readonly unit: number;
  /** The option or call that says it, where it is one of the call's own: a claim may be far away. */
  readonly said?: Node;
}

/** A lifetime, `none` where the token certainly never expires, `unknown` where that cannot be seen from here. */
export type Lifetime = TokenLifetime | 'none' | 'unknown';

/** The algorithm with which tokens are signed. */
export interface TokenAlgorithm {
  /** Where the code says it. */
  readonly said?: Place;
  /** What the library takes where the code says nothing. */
  readonly fallback?: string;
}

/** A call that makes a signed token. */
export interface TokenSigning {
  readonly api: JwtApi;
  readonly node: CallNode;
  /** The call as it is written here, where it is not the library's usual one. */
  readonly call?: string;
  readonly payload?: Node;
  readonly secret?: Node;
  /** The options as written, where the lifetime is among them. */
  readonly options?: Node;
  readonly lifetime: Lifetime;
  readonly algorithm?: TokenAlgorithm;
  /** Whether the payload is encrypted, so that nobody but the server reads it. */
  readonly isEncrypted?: boolean;
  /** Where the token arrives in a callback: the function, and the index of its parameter. */
  readonly callback?: { readonly fn: FunctionNode; readonly index: number };
}

/** What a library is told once for all the tokens that it signs. */
export interface TokenSettings {
  readonly api: JwtApi;
  readonly node: CallNode;
  readonly call: string;
  /** The secret, whose name may say for which tokens it is. */
  readonly secret?: Node;
  readonly lifetime: Lifetime;
  readonly algorithm?: TokenAlgorithm;
}

/** A call that checks a token's signature, or sets up what does. */
export interface TokenVerification {
  readonly api: JwtApi;
  readonly node: CallNode;
  readonly call: string;
  readonly token?: Node;
  readonly secret?: Node;
  /** The object whose `algorithms` and `ignoreExpiration` count. */
  readonly options?: Node;
  /** Whether the call wants a key and is given none: then nothing is checked. */
  readonly lacksKey?: boolean;
}

/** A call that reads a token without checking anything. */
export interface TokenDecoding {
  readonly api: JwtApi;
  readonly node: CallNode;
  readonly call: string;
  readonly token?: Node;
}

/** A secret that a library is told apart from the calls that sign and verify. */
export interface KeySetting {
  readonly node: Node;
  readonly secret: Place;
  readonly taker: string;
}

/** A library that signs, verifies or reads JSON Web Tokens. */
export interface JwtApi {
  readonly id: string;
  /** Text without which no file can use the library. */
  readonly hint: RegExp;
  /** The call that signs, as people write it: `jwt.sign`. */
  readonly signCall: string;
  /** Whether the modules that a migration adds sign and check by the library, so that its secrets and options hold there too. */
  readonly isOfOwnModules?: boolean;
  /** The library that this one checks tokens by, with the secrets that it is told: `jsonwebtoken`. */
  readonly checksBy?: string;
  signings?(file: SourceFile): Iterable<TokenSigning>;
  verifications?(file: SourceFile): Iterable<TokenVerification>;
  decodings?(file: SourceFile): Iterable<TokenDecoding>;
  settings?(file: SourceFile): Iterable<TokenSettings>;
  keys?(file: SourceFile): Iterable<KeySetting>;
}
