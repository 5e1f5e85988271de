import path from 'node:path';
import type { SocketLibrary } from '../apis/server/socket-handshakes.ts';
import type { Node } from '../syntax/nodes.ts';
import { isTestFile } from '../syntax/test-files.ts';

/** What runs of the rollout: everything, or one of its phases. */
export type Phase = 'all' | 'server' | 'client' | 'cleanup';

/** How a page's requests reach the server, which decides what its cookie may be. */
export type Topology = 'same-origin' | 'same-site' | 'cross-site';

/** A generated module: where it will be, and how imports in the app end. */
export interface GeneratedModule {
  /** Absolute. */
  readonly path: string;
  /** Whether imports of the app's own modules name the extension: `./session.js`. */
  readonly withExtension: boolean;
  /** What its functions hang on, where it is a classic script: the name of a global. */
  readonly global?: string;
}

/** What the server's codemods have to know of the app. */
export interface ServerFacts {
  /** The names of the secrets with which sessions are verified; none where one cannot be seen. Alone, the file has to tell. */
  readonly sessionSecrets?: ReadonlySet<string>;
  readonly sessionCookie: GeneratedModule;
  readonly csrfCheck: GeneratedModule;
  readonly requireEnv: GeneratedModule;
  /** Where `--csrf token` asks for a token besides. */
  readonly csrfToken: GeneratedModule;
  /** What tests of the server take the token of a session out of its cookie with. */
  readonly testSession: GeneratedModule;
  /** A header other than Authorization that the app's clients send the bare token in. */
  readonly customHeader?: string;
  /** Whether pages come from another origin, at least in development: then CORS has to name it. */
  readonly isCrossOrigin: boolean;
  /** Whether the check of where requests come from asks the origins that the app's own CORS settings name. */
  readonly asksAllowedOrigins: boolean;
  /** Where these are written out as a list. */
  readonly originList?: { readonly file: string; readonly start: number };
  /** Whether it asks whom the app's CORS let in, which chooses among origins by code. */
  readonly asksCors: boolean;
  readonly csrf: 'origin' | 'token';
  /** The names under which redirects hand tokens to pages, which take them out of their address. */
  readonly redirected: ReadonlySet<string>;
  /** Cookies that some script of the project reads: they cannot become HttpOnly yet. */
  readonly cookiesReadByScripts: ReadonlySet<string>;
  /** Whether some file of the server takes cookies apart already. Alone, only the file itself is asked. */
  readonly parsesCookies: boolean;
  /** Whether the server has sessions at all: an app without them needs no guard. */
  readonly hasSessions: boolean;
  /** Whether programs get an endpoint of their own, which answers with the token. */
  readonly tokenEndpoint: boolean;
  /** Whether a renewal hands out a new refresh token: then two at once need a word with each other. */
  readonly refreshRotates: boolean;
  /** Whether a token that an old page stored can be turned into a cookie. */
  readonly exchange: boolean;
  /** Whether programs may go on sending their token in a header. */
  readonly takesBearer: boolean;
  readonly sameSite: 'lax' | 'strict' | 'none';
  /**
   * The call that registers the route at which people sign in, by its file and its end; `none` where no route of the project
   * answers with a token (any more). Alone, a file has to tell by itself.
   */
  readonly signIn?: { readonly file: string; readonly end: number } | 'none';
  /** The whole path at which people sign in. */
  readonly signInPath?: string;
  /**
   * Where the handler of the app's own sign-out is written: its file, and the offset at which the function begins. Behind a guard
   * of the route's own the cookie is cleared before that.
   */
  readonly signOut?: { readonly file: string; readonly start: number; readonly isGuarded: boolean };
}

/** Where the server takes the session's cookie in place of a token that pages send otherwise than in a header. */
export interface TakenByCookie {
  /** In the handshake of what was sent for it, or in its address. */
  readonly sockets: ReadonlySet<SocketLibrary>;
  /** Whose handshakes nothing of the server looks into: what pages send for them is read by nobody. */
  readonly unread?: ReadonlySet<SocketLibrary>;
  /** In the parameters of an address, by name: `?token=`. */
  readonly parameters: ReadonlySet<string>;
}

/** What the client's codemod has to know of the app. */
export interface ClientFacts {
  /** The generated module through which pages know of the session. */
  readonly session: GeneratedModule;
  /** The same as a script for pages, where classic scripts use it. Their facts have it for the module. */
  readonly sessionScript?: GeneratedModule & { readonly global: string };
  /** The generated module by which the client's tests begin a session. */
  readonly seedSession: GeneratedModule;
  /** Endpoints at which a session begins or is renewed, as the end of their paths: `/auth/login`. */
  readonly signInPaths: readonly string[];
  /** The calls by which pages ask such an endpoint through functions of their own, once they have been looked for. */
  readonly signInCalls?: ReadonlySet<Node>;
  /** Those of them, and of the clients' own, whose answers nothing of ours sees: of XMLHttpRequest. */
  readonly unseenSignIns?: ReadonlySet<Node>;
  /** Whether there are others. */
  readonly hasSeenSignIns?: boolean;
  /** Where the app's own server signs people out, if it does. */
  readonly signOutPath?: string;
  /** The calls by which pages ask for that, once they have been looked for. */
  readonly signOutCalls?: ReadonlySet<Node>;
  /** Answers to sign-ins that come whether one succeeded or not, so that who asks them for the token asks about that one request. */
  readonly ownAnswers?: ReadonlySet<Node>;
  /** The names under which the server answered with the token: `token`, `accessToken`. */
  readonly bodyKeys: readonly string[];
  /** Ways down from a body to the object with the token, where the server puts envelopes around: the generated client looks there. */
  readonly envelopes: readonly (readonly string[])[];
  readonly topology: Topology;
  /** Whether the generated client renews sessions, so that the app's own code for that goes. */
  readonly renews: boolean;
  /** The names under which pages take tokens out of their address, which the server redirected them to: it sets the cookie then. */
  readonly redirected: ReadonlySet<string>;
  /** What else than a header the server takes the cookie in place of. */
  readonly byCookie: TakenByCookie;
  /** The host of the API, as far as pages write it out. */
  readonly apiHost?: string;
  /** The requests and the instances that spell out the address of somebody else's server. */
  readonly elsewhere?: ReadonlySet<Node>;
  /** Whether pages renew sessions themselves, by a refresh token that the app keeps in a cookie of its own. */
  readonly renewsItself: boolean;
}

/** What has to be known of a backend in the same project that sets its token as a cookie, which pages send to it themselves. */
export interface BackendCookieFacts {
  /** The generated module that hands the backend's cookies on to browsers. */
  readonly module: GeneratedModule;
  /** The whole path at which people sign in, and that at which a session ends; undefined where that asks for more than a cookie. */
  readonly signInPath: string;
  readonly signOutPath?: string;
  /** The whole path at which a token is renewed, where there is one. */
  readonly renewalPath?: string;
}

/** What has to be known of an app whose session is sent to its pages. */
export interface ClientSessionFacts {
  /** Where the backend sets its token as a cookie; otherwise a route of the app adds it to requests. */
  readonly cookie?: BackendCookieFacts;
  /** The path of the generated route that passes requests on to the backend: `/api/backend`. */
  readonly route: string;
  /** Whether a file is seen alone: then what puts a token into the session is in another. */
  readonly isAlone?: boolean;
  /** Whether Next leaves slashes at the end of paths as they are. */
  readonly keepsSlashes: boolean;
  /** The generated module by which code of the app folder reads the token. */
  readonly tokenModule: GeneratedModule;
  /** The same for the pages folder, where it is handed the request. */
  readonly requestTokenModule: GeneratedModule;
  /** The generated module by which all who ask for a session at the same time share one renewal of what is in it. */
  readonly renewalModule: GeneratedModule;
}

/** What a codemod has to know beside the file that it is given. `httponly migrate` finds it out; alone, defaults hold. */
export interface MigrationFacts {
  readonly phase: Phase;
  readonly server: ServerFacts;
  readonly client: ClientFacts;
  /** Where an app's session holds a token of its backend, and a migration takes it out. */
  readonly clientSession?: ClientSessionFacts;
  /** Whether a path is a test's. */
  readonly isTest: (filePath: string) => boolean;
}

/** The files in which pages know of the session: the module, and the script of pages whose scripts are classic ones. */
export function sessionPathsOf({ session, sessionScript }: ClientFacts): ReadonlySet<string> {
  return new Set([session.path, ...(sessionScript ? [sessionScript.path] : [])]);
}

/** The specifier by which a file imports a generated module. */
export function importPath(from: string, { path: target, withExtension }: GeneratedModule): string {
  const relative = path
    .relative(path.dirname(from), target)
    .split(path.sep)
    .join('/')
    .replace(/\.tsx?$/, '.js');
  const specifier = relative.startsWith('.') ? relative : `./${relative}`;
  return withExtension ? specifier : specifier.replace(/\.[cm]?js$/, '');
}

/**
 * The facts for a codemod that runs alone, under jscodeshift or `httponly codemod`: generated modules lie beside the
 * file unless options say where (`--session-cookie=src/session-cookie`).
 */
export function factsFromOptions(filePath: string, options: Readonly<Record<string, unknown>>): MigrationFacts {
  // jscodeshift hands options on as they were typed.
  const text = (name: string): string | undefined =>
    [options[name], options[name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)]].find((one) => typeof one === 'string');
  const module = (option: string, name: string): GeneratedModule => ({
    path: path.resolve(text(option) ?? path.join(path.dirname(filePath), name)).replace(/(?:\.[cm]?[jt]s)?$/, '.js'),
    withExtension: options['importExtensions'] === true || filePath.endsWith('.mjs'),
  });
  const phase = text('phase');
  return {
    isTest: (one) => isTestFile(one, path.dirname(filePath)),
    clientSession: {
      route: text('route') ?? '/api/backend',
      isAlone: true,
      keepsSlashes: options['keepsSlashes'] === true,
      tokenModule: module('backendToken', 'backend-token'),
      requestTokenModule: module('backendToken', 'backend-token'),
      renewalModule: module('renewedOnce', 'renewed-once'),
    },
    phase: phase === 'server' || phase === 'client' || phase === 'cleanup' ? phase : 'all',
    server: {
      sessionCookie: module('sessionCookie', 'session-cookie'),
      csrfCheck: module('csrfCheck', 'csrf-check'),
      requireEnv: module('requireEnv', 'require-env'),
      csrfToken: module('csrfToken', 'csrf-token'),
      testSession: module('testSession', 'session-token'),
      ...(text('signInPath') !== undefined && { signInPath: text('signInPath')! }),
      ...(text('customHeader') !== undefined && { customHeader: text('customHeader')! }),
      isCrossOrigin: options['sameOrigin'] !== true,
      asksAllowedOrigins: false,
      asksCors: false,
      csrf: text('csrf') === 'token' ? 'token' : 'origin',
      cookiesReadByScripts: new Set(),
      redirected: new Set(text('redirected')?.split(',')),
      parsesCookies: false,
      hasSessions: true,
      tokenEndpoint: options['tokenEndpoint'] === true,
      refreshRotates: options['refreshRotates'] === true,
      exchange: options['exchange'] === true,
      takesBearer: options['noBearer'] !== true,
      sameSite: text('sameSite') === 'strict' ? 'strict' : text('sameSite') === 'none' ? 'none' : 'lax',
    },
    client: {
      session: module('session', 'session'),
      seedSession: module('seedSession', 'seed-session'),
      signInPaths: ['login', 'signin', 'sign-in', 'signup', 'sign-up', 'register', 'refresh', 'authenticate'],
      bodyKeys: ['token', 'accessToken', 'access_token', 'jwt', 'authToken'],
      envelopes: [],
      renews: options['renews'] === true,
      renewsItself: false,
      redirected: new Set(text('redirected')?.split(',')),
      byCookie: {
        sockets: new Set(options['sockets'] === true ? ['socket.io', 'web-socket'] : []),
        parameters: new Set(text('parameters')?.split(',')),
      },
      topology: text('topology') === 'same-origin' ? 'same-origin' : 'same-site',
    },
  };
}
