import type { HttpApi } from '../apis/http/index.ts';
import type { PolicyState } from '../apis/middleware/index.ts';
import type { CookieAttribute, CorsPolicy, ServerApi, ServerCookie } from '../apis/server/index.ts';
import type { SocketLibrary } from '../apis/server/socket-handshakes.ts';
import type { StorageAccess } from '../apis/storage/index.ts';
import type { FunctionNode, Node, Range, TSESTree } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { AppFacts } from '../app/app-facts.ts';
import type { Credential } from './credential.ts';
import type { ExposureBase } from './exposure-base.ts';
import type { JwtExposure } from './jwt-exposures.ts';
import type { JudgedKey } from './storage-keys.ts';

/** A credential goes into, comes out of, or leaves a storage that scripts can read. */
export interface StorageExposure extends ExposureBase {
  readonly kind: `${'storage' | 'cookie' | 'native'}-${'write' | 'read' | 'keep' | 'remove'}`;
  readonly access: StorageAccess;
  readonly key: JudgedKey;
  /** Why the value is taken for a credential, as a clause. */
  readonly reason: string;
  /** What is stored, for people: "an access token". */
  readonly what: string;
}

/** A library writes a store's state to a storage, and a credential is in it. */
export interface PersistedExposure extends ExposureBase {
  readonly kind: 'persisted-state' | 'native-persisted-state';
  /** The library's function, for people. */
  readonly library: string;
  /** The part of the state, as a path. */
  readonly name: string;
  /** Where in the browser, where that is known. */
  readonly stored?: { readonly key: string; readonly storage: 'localStorage' | 'sessionStorage' };
  readonly what: string;
  readonly reason: string;
}

/** A sign-in library is told to keep its tokens where scripts can read them. */
export interface SdkExposure extends ExposureBase {
  readonly kind: 'sdk-storage' | 'sdk-cookie';
  /** The library, for people. */
  readonly sdk: string;
  readonly storage: string;
  /** What to set instead, as a sentence without its end. */
  readonly instead: string;
}

/** A request carries a credential that script holds. */
export interface BearerExposure extends ExposureBase {
  readonly kind: 'bearer-header';
  readonly header: string;
  /** The header's value. */
  readonly value: Node;
  /** How the header is attached. `slot`: not as a header, but where the client takes tokens. */
  readonly form: 'property' | 'assignment' | 'call' | 'value' | 'slot' | 'message';
  /** The place that is no header, for people: "socket.io's `auth`". */
  readonly slot?: string;
  /** What kind of socket it is, where it goes with one's handshake. */
  readonly handshakeOf?: SocketLibrary;
  readonly scheme?: string;
  readonly credential: Credential | undefined;
  readonly what: string;
  readonly reason: string;
}

/** A request to the team's own API goes without the session's cookie, or all requests of an instance do. */
export interface UncredentialedExposure extends ExposureBase {
  readonly kind: 'uncredentialed-request';
  readonly api: HttpApi;
  /** The API, as the settings name it. */
  readonly origin: string;
  readonly isClient: boolean;
  /** Told not to send cookies, rather than not told to. */
  readonly isOff: boolean;
  /** Whether the request goes through the library itself, whose defaults another file may have set. */
  readonly isDefault: boolean;
}

/** A server's answer carries a session credential in its body. */
export interface BodyExposure extends ExposureBase {
  readonly kind: 'response-body';
  readonly credential: Credential;
  /** The framework whose handler answers. */
  readonly server: ServerApi;
  /** The answering call, or the expression that is returned. */
  readonly response: Node;
  /** Whether the handler itself sends it, or a service returns it to whoever answers. */
  readonly form: 'sent' | 'returned';
  readonly handler?: FunctionNode;
  /** Other answers that carry it too: what one function makes, several handlers may send. */
  readonly repeats: readonly Pick<BodyExposure, 'response' | 'server' | 'form' | 'handler'>[];
}

/** A server's answer carries a session credential in a header. */
export interface ResponseHeaderExposure extends ExposureBase {
  readonly kind: 'response-header';
  readonly header: string;
  /** The credential's name, for people. */
  readonly name: string;
  readonly reason: string;
}

/**
 * What is known of a cookie's attribute: given (`set`), switched off, absent, in vain (`SameSite=None` without `Secure`),
 * or not to be seen from here.
 */
export type AttributeState = 'set' | 'off' | 'missing' | 'none-without-secure' | 'unknown';

/** An app, as a whole, lacks a guard: one exposure an app, at its creation. */
export interface AppExposure extends ExposureBase {
  readonly kind: 'app-without-csrf-check' | 'auth-without-rate-limit';
  readonly app: AppFacts;
  /** Why the guard is needed, as a clause. */
  readonly reason: string;
  /** The routes that lack it: `POST /login`. */
  readonly routes: readonly string[];
}

/** An app uses what nothing in it sets up, so that its sessions do not work. */
export interface UnmetNeedExposure extends ExposureBase {
  readonly kind: 'app-without-cookie-parser' | 'session-without-trust-proxy';
  /** What needs it, as code. */
  readonly what: string;
  /** Where the code says so, for people. */
  readonly where: string;
}

/** An app sends no security headers, or a Content-Security-Policy that stops nothing. */
export interface HeadersExposure extends ExposureBase {
  readonly kind: 'app-without-headers';
  /** The framework's name. */
  readonly label: string;
  readonly state: 'missing' | Exclude<PolicyState, 'set'>;
  /** Whether the app sends pages, and not data alone. */
  readonly forPages: boolean;
  /** Where the code says so, for people; empty where nothing does. */
  readonly where: string;
}

/** A refresh endpoint leaves the refresh token as it was. */
export interface RotationExposure extends ExposureBase {
  readonly kind: 'refresh-without-rotation';
  readonly route: string;
  /** Where the endpoint is registered, for people. */
  readonly where: string;
}

/** A server keeps a credential in a cookie: how well the cookie is guarded. */
export interface CookieExposure extends ExposureBase {
  readonly kind: 'cookie-attributes';
  readonly cookie: ServerCookie;
  readonly name: string;
  /** Why the cookie is taken for a session's, as a clause. */
  readonly reason: string;
  readonly states: Readonly<Record<CookieAttribute, AttributeState>>;
  /** `lax`, `strict` or `none`, where the code says which. */
  readonly sameSite?: string;
  /** The attributes' object where it is written in place, so that an edit there touches this cookie only. */
  readonly literal?: TSESTree.ObjectExpression;
}

/** A cookie stays where the code means to take it away. */
export interface CookieRemovalExposure extends ExposureBase {
  readonly kind: 'cookie-stays';
  readonly form: 'attributes' | 'script';
  readonly name: string;
  /** The attribute that is missing, as code; empty where a script cannot take it away whatever it says. */
  readonly lacking: string;
  /** Where the cookie is set, for people. */
  readonly where: string;
}

/** Answers with credentials may be read by any origin. */
export interface CorsExposure extends ExposureBase {
  readonly kind: 'cors';
  readonly policy: CorsPolicy;
  readonly allows: 'any' | 'reflected' | 'hosted';
  /** For `hosted`, the host on which anybody can have a site. */
  readonly host?: string;
  /** Whether the project is seen to use no cookies, so that credentials open nothing today. */
  readonly opensNothing: boolean;
}

/** A secret that signs sessions is written in the code, or falls back to a text that is. */
export interface SecretExposure extends ExposureBase {
  readonly kind: 'hardcoded-secret';
  readonly form: 'literal' | 'fallback';
  /** The literal. */
  readonly literal: Node;
  /** What is signed with it: `jwt.sign`, `express-session`, or the name of the constant. */
  readonly taker: string;
  /** The environment variable before the fallback, where there is one. */
  readonly variable?: string;
  /** Whether the text is the default of a parameter. */
  readonly isParameter?: boolean;
  readonly isPlaceholder: boolean;
}

/** A credential is written to a log. */
export interface LogExposure extends ExposureBase {
  readonly kind: 'token-in-log';
  /** The log, for people: `console.log`. */
  readonly log: string;
  readonly what: string;
  readonly reason: string;
}

/** A credential stands in an address. */
export interface UrlExposure extends ExposureBase {
  readonly kind: 'token-in-url';
  readonly part: 'query' | 'hash' | 'path';
  /** Where the address goes to; undefined where the code only makes it. */
  readonly goal: 'page' | 'redirect' | 'connection' | 'request' | undefined;
  readonly what: string;
  readonly reason: string;
}

/** A server knows its users by a token in the address of a request. */
export interface QueryTokenExposure extends ExposureBase {
  readonly kind: 'token-from-url';
  /** What takes it out of the address, for people. */
  readonly shown: string;
}

/** A page takes the session's token out of its own address, and keeps it. */
export interface PageAddressExposure extends ExposureBase {
  readonly kind: 'token-from-page-address';
  /** The parameter's name. */
  readonly key: string;
  /** Where it is kept, as people call it. */
  readonly storage: string;
}

/** A credential is put where every script of a page finds it: on `window`, `document`, an element. */
export interface GlobalExposure extends ExposureBase {
  readonly kind: 'token-on-global';
  /** Where it is put, for people. */
  readonly place: string;
  readonly what: string;
  readonly reason: string;
}

/** A credential is sent to other windows. */
export interface MessageExposure extends ExposureBase {
  readonly kind: 'token-in-message';
  readonly channel: 'window' | 'broadcast';
  /** Whether any origin may receive it. */
  readonly toAnyOrigin: boolean;
  readonly what: string;
  readonly reason: string;
}

/** A credential is in a session that is sent to the page. */
export interface ClientSessionExposure extends ExposureBase {
  readonly kind: 'token-in-client-session';
  /** Where the session is made, where a type says what is in it, where a page reads it. */
  readonly form: 'callback' | 'type' | 'read';
  readonly what: string;
  readonly reason: string;
}

/** A server hands a credential to a page. */
export interface PagePropsExposure extends ExposureBase {
  readonly kind: 'token-in-page-props';
  /** How it is handed over, for people: `getServerSideProps`. */
  readonly way: string;
  readonly what: string;
  readonly reason: string;
}

/** A text becomes HTML that is neither constant nor sanitized. It may stand in a template, which has no node. */
export interface HtmlExposure {
  readonly kind: 'unsanitized-html';
  readonly file: SourceFile;
  readonly range: Range;
  /** The sink, for people: `innerHTML`. */
  readonly sink: string;
}

/** A marker that a migration left for a person. */
export interface MarkerExposure {
  readonly kind: 'marker';
  readonly file: SourceFile;
  readonly range: Range;
  readonly text: string;
}

export type Exposure =
  | StorageExposure
  | PersistedExposure
  | SdkExposure
  | BearerExposure
  | UncredentialedExposure
  | BodyExposure
  | ResponseHeaderExposure
  | CookieExposure
  | CookieRemovalExposure
  | CorsExposure
  | AppExposure
  | UnmetNeedExposure
  | HeadersExposure
  | RotationExposure
  | SecretExposure
  | LogExposure
  | UrlExposure
  | QueryTokenExposure
  | PageAddressExposure
  | GlobalExposure
  | MessageExposure
  | ClientSessionExposure
  | PagePropsExposure
  | JwtExposure
  | HtmlExposure
  | MarkerExposure;
export type ExposureKind = Exposure['kind'];
