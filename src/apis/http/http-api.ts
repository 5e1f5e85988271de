import type { CallNode, Node } from '../../syntax/nodes.ts';
import type { SocketLibrary } from '../server/socket-handshakes.ts';
import type { Place, SourceFile } from '../../syntax/source-file.ts';

/** A request that a client sends, as far as the code shows it. */
export interface HttpRequest {
  readonly api: HttpApi;
  readonly node: CallNode;
  readonly url?: Node;
  /** The object that carries headers, credentials and the like. */
  readonly options?: Node;
  /** Its place among the arguments, where the client has one for it. */
  readonly optionsAt?: number;
  /** The object on which further calls set headers one by one, where the client has such. */
  readonly receiver?: Node;
  /** The call that made what the request is sent by, where that is not what it is called on. */
  readonly client?: Place;
}

/** A place where the answer of a request comes out that is not its call: `queryFulfilled`, what a hook or a reducer is handed. */
export interface HttpAnswer {
  /** An expression, or the pattern that takes parts out of it. */
  readonly node: Node;
  readonly request: CallNode;
}

/** Something that every request of a client starts from: an instance, its defaults. */
export interface HttpClient {
  readonly api: HttpApi;
  readonly node: CallNode;
  readonly options?: Node;
  /** The address that those of its requests are relative to. */
  readonly base?: Node;
}

/**
 * How a client is told to send cookies to another origin than the page's. Without being told, every client of a browser
 * sends them to its own origin only, as fetch and XMLHttpRequest do.
 */
export type CredentialsWay =
  /** By an option: `{ credentials: 'include' }`, `{ xhrFields: { withCredentials: true } }`. The path is from outside in. */
  | { readonly form: 'option'; readonly path: readonly string[]; readonly value: 'include' | true }
  /** By a call on the request: `.withCredentials()`, `.options({ credentials: 'include' })`. */
  | { readonly form: 'call'; readonly method: string; readonly path?: readonly string[]; readonly value?: 'include' | true }
  /** By a property of the request: `xhr.withCredentials = true`. */
  | { readonly form: 'assignment'; readonly property: string; readonly value: true }
  /** By a fetch function of one's own under an option: `{ fetch: (url, init) => fetch(url, { ...init, credentials: 'include' }) }`. */
  | { readonly form: 'fetch'; readonly option: string };

/** How a request of a client is given a header. */
export type HeaderWay =
  /** In an object under an option: `{ headers: { … } }`. The path is from outside in. */
  | { readonly form: 'option'; readonly path: readonly string[] }
  /** By a call on the request, name and value: `xhr.setRequestHeader(…)`, `.set(…)`. */
  | { readonly form: 'call'; readonly method: string }
  /** By a call on the request that takes an object: `.headers({ … })`. */
  | { readonly form: 'call-object'; readonly method: string };

/**
 * How a page's requests by a client go with a session that is in a cookie, once a migration has put it there:
 * - `sent for it`: the migration's own function sends them, in place of the client's: `apiFetch(url, init)`;
 * - `observed`: what makes the requests is handed to the migration's own function once, which sees every response: an
 *   instance where it is made, the package's own one, whose origin is `shared`, where the app starts;
 * - `given`: what makes the requests is given the migration's own function under an option, in place of fetch;
 * - `alone`: a request is told by itself, as its `credentials` say, and no response of it is seen.
 */
export type SessionWay =
  | { readonly form: 'sent for it' }
  | { readonly form: 'observed'; readonly shared: { readonly source: string; readonly name: string } }
  | { readonly form: 'given'; readonly option: string }
  | { readonly form: 'alone' };

/** A place other than a header where code hands a client a token: `io({ auth: { token } })`, `.auth(token, { type: 'bearer' })`. */
export interface TokenSlot {
  /** What is reported: the property, assignment or call. */
  readonly node: Node;
  readonly value: Node;
  /** The place, for people: "the `auth` of socket.io". */
  readonly slot: string;
  /** Whether the slot is for tokens alone, so that whatever is put there is one. */
  readonly isForTokens: boolean;
  /** For what goes with a socket's handshake, what the socket is of: the server may take the handshake's cookie instead. */
  readonly handshakeOf?: SocketLibrary;
  /** For a message that may say anything, what it says that it is about: `auth` of `socket.emit('auth', { token })`. */
  readonly message?: { readonly subject: string };
}

/** An HTTP client of the outside world. */
export interface HttpApi {
  readonly id: string;
  /** Text without which no file can use the client. */
  readonly hint: RegExp;
  /** The client as people call it. */
  readonly label: string;
  /** Undefined where nothing need be said (a WebSocket's handshake always carries cookies) or can be. */
  readonly credentials?: CredentialsWay;
  /** Whether it has nothing that all its requests start from: neither an instance, nor defaults, nor interceptors. */
  readonly isWithoutDefaults?: boolean;
  /** Undefined where a page cannot set headers: EventSource, WebSocket. */
  readonly header?: HeaderWay;
  /** For a client of sockets, what they are of: their address is a handshake's. */
  readonly socket?: SocketLibrary;
  /** Undefined for a client whose requests a migration leaves. */
  readonly session?: SessionWay;
  requests(file: SourceFile): Iterable<HttpRequest>;
  /** Instances with settings of their own, where the client has such. */
  clients?(file: SourceFile): Iterable<HttpClient>;
  tokens?(file: SourceFile): Iterable<TokenSlot>;
  /** Where answers come out that are not what the request's call gives. */
  answers?(file: SourceFile): Iterable<HttpAnswer>;
}
