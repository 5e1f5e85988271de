import type { Place } from '../../flow/resolve.ts';
import type { FunctionNode, Node } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';

/** What a handler answers with. */
export interface ResponseBody {
  readonly api: ServerApi;
  /** The call or assignment that answers, or the expression that a handler returns. */
  readonly node: Node;
  readonly body: Place;
  readonly handler?: FunctionNode;
  /** The endpoint's path, where not a router's call but the file's place or a decorator says it. */
  readonly path?: string;
  /** Whether a service returns it, for handlers elsewhere to answer with. */
  readonly ofService?: boolean;
}

/** A header of an answer. */
export interface ResponseHeader {
  /** Its name, as written: what stands beside it may be reported for itself. */
  readonly node: Node;
  readonly name: string;
  readonly value: Node;
  readonly handler?: FunctionNode;
}

/** A cookie that the server sets or deletes. */
export interface ServerCookie {
  readonly api: ServerApi;
  readonly operation: 'write' | 'remove';
  /** The call, or what of it stands for the cookie where neither a name nor attributes are written. */
  readonly node: Node;
  readonly name?: Place;
  /** The name where the code does not spell it: a session middleware's default. */
  readonly defaultName?: string;
  readonly value?: Node;
  /** The attributes' object. Absent where none is given. */
  readonly attributes?: Place;
  /** Whether that object holds other things too: the options of cookie-session, with its keys. */
  readonly sharesAttributes?: boolean;
  /** Attributes as a text: `HttpOnly; Secure`, of a hand-written Set-Cookie header. */
  readonly header?: Node;
  /** The library's own names for attributes, where they are not those of the cookie package: `isHttpOnly`. */
  readonly attributeNames?: Readonly<Partial<Record<CookieAttribute, string>>>;
  /** What holds where the code says nothing, by the library's documentation. */
  readonly defaults?: Readonly<Partial<Record<CookieAttribute, boolean | string>>>;
  /** Where this cookie's `maxAge` counts otherwise than the framework's: see {@link ServerApi.ageUnit}. */
  readonly ageUnit?: number;
  /** Whether the cookie holds a session whatever its name: a session middleware's. */
  readonly isSession?: boolean;
}

/** Where a server takes the value of a cookie that a browser sent. */
export interface CookieRead {
  /** The expression whose value, or whose `value`, is the cookie's. */
  readonly node: Node;
  readonly name: string;
}

export type CookieAttribute = 'httpOnly' | 'secure' | 'sameSite' | 'maxAge' | 'path';

/** Which origins may read answers, and whether with cookies. */
export interface CorsPolicy {
  readonly api: ServerApi;
  readonly node: Node;
  readonly origin?: Place;
  readonly credentials?: Place;
  /** What the library does where no origin is given: `*` for cors, the caller's for others. */
  readonly defaultOrigin: 'any' | 'reflected' | 'none';
}

/** A secret that signs sessions or tokens, handed to a library. */
export interface SecretUse {
  readonly node: Node;
  readonly secret: Place;
  /** What it is handed to, for people: `jwt.sign`, `express-session`. */
  readonly taker: string;
}

/** A server framework, or a middleware of one. */
export interface ServerApi {
  readonly id: string;
  /** Text without which no file can use it. */
  readonly hint: RegExp;
  /** How many seconds one of a cookie's `maxAge` is: 1, or 0.001 where the framework counts milliseconds. */
  readonly ageUnit?: number;
  /** Whether its bodies are what a function of the app's own is given, which puts them into the body that is sent. */
  readonly isOfOwnFunctions?: boolean;
  responses?(file: SourceFile): Iterable<ResponseBody>;
  headers?(file: SourceFile): Iterable<ResponseHeader>;
  cookies?(file: SourceFile): Iterable<ServerCookie>;
  cookieReads?(file: SourceFile): Iterable<CookieRead>;
  cors?(file: SourceFile): Iterable<CorsPolicy>;
  secrets?(file: SourceFile): Iterable<SecretUse>;
}
