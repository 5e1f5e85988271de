import type { ModuleForm, ModuleImport } from './module.ts';

/** What the client's session module has to know of the app, and which of its parts the app uses. */
export interface SessionClientFacts {
  /** The app's name, with which the hint's key begins. */
  readonly app: string;
  /** The expression for the API's base, as the app writes it, and what it needs. Undefined where requests are relative. */
  readonly base?: { readonly expression: string; readonly imports: readonly ModuleImport[] };
  /** The paths of the generated endpoints, as a page asks for them, below the base. */
  readonly sessionPath: string;
  readonly logoutPath: string;
  /** An app's own logout route may be another method's. */
  readonly logoutMethod: string;
  readonly legacyKeys: readonly LegacyKey[];
  /** Cookies that scripts had written. */
  readonly legacyCookies: readonly string[];
  /** What pages keep of who is signed in, and take away where people sign out. */
  readonly records?: readonly StoredKey[];
  /** The endpoint that turns a stored token into a cookie, where the migration has one. */
  readonly exchangePath?: string;
  /** Where sessions are renewed, for an app that does. */
  readonly refreshPath?: string;
  readonly refreshMethod?: string;
  /** Whether pages renew sessions by themselves, so that an answer of 401 does not end one. */
  readonly renewsItself?: boolean;
  /** Where a double-submit token is got, where the server asks for one. */
  readonly csrfPath?: string;
  /** Ways down from a body to the object that says when the session ends, for answers in envelopes: `['data']`. */
  readonly envelopes: readonly (readonly string[])[];
  /** Whether the app's ESLint has this plugin. A comment that switches off a rule which is not there is an error of its own. */
  readonly isLinted: boolean;
  readonly uses: {
    readonly fetch: boolean;
    readonly axios: boolean;
    /** Whether `apiFetch` is handed requests that were made before: `new Request(url, init)`. */
    readonly requests?: boolean;
    readonly hook: boolean;
    readonly user: boolean;
    readonly seed: boolean;
    /** Whether the pages' code says itself when components are to show a session that a response has begun. */
    readonly told?: boolean;
    /** Whether pages ask when the session ends. */
    readonly end?: boolean;
    /** Whether pages sign people out when a request is refused. */
    readonly refused?: boolean;
    /** Whether pages listen to other tabs by themselves. */
    readonly key?: boolean;
  };
  /** Whether a server draws the pages first: what the browser then draws has to be the same. */
  readonly isServerRendered?: boolean;
  readonly form: ModuleForm;
}

/** A key of a storage. */
export interface StoredKey {
  readonly key: string;
  readonly storage: 'localStorage' | 'sessionStorage';
}

/** A key under which a token was kept, or an object that held one beside other things. */
export interface LegacyKey extends StoredKey {
  readonly isObject: boolean;
  /** Whether a library wrote a whole state there, with a token somewhere in it. */
  readonly isState?: boolean;
  /** Whether the app itself takes the whole of it away where somebody signs out. */
  readonly isDropped?: boolean;
  /** What it takes away with it. */
  readonly companions?: readonly StoredKey[];
}
