import { existsSync } from 'node:fs';
import path from 'node:path';
import { parsesCookies, tokenReadsOf } from '../apis/server/express-app.ts';
import { lastHandlers } from '../app/answering.ts';
import { clientsOf } from '../app/requests.ts';
import type { Route } from '../app/route.ts';
import { sessionSecretsOf } from '../codemods/server-session/session-tokens.ts';
import type { GeneratedModule, MigrationFacts, Phase, Topology } from '../codemods/facts.ts';
import { bearerExposures } from '../exposures/headers.ts';
import { bodyExposures } from '../exposures/response-bodies.ts';
import { secretExposures } from '../exposures/secrets.ts';
import { storageExposures } from '../exposures/storage.ts';
import { isCredentialKey } from '../exposures/storage-keys.ts';
import { manifestOf } from '../syntax/package-manifest.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { isTestFile } from '../syntax/test-files.ts';
import type { ClientBase } from './client-base.ts';
import { askedPath, baseOfSession, baseOfSignIn, signInCalls } from './client-base.ts';
import { appName, formBeside, freshPath, namesExtensions } from './packages.ts';
import type { SurveyedServer } from './server-survey.ts';
import { keyOf } from './server-survey.ts';
import type { FoundTopology } from './topology.ts';
import { findTopology } from './topology.ts';

/** What a user may decide about a migration. */
export interface MigrationOptions {
  readonly phase: Phase;
  readonly topology?: Topology;
  readonly csrf: 'origin' | 'token';
  readonly sameSite?: 'lax' | 'strict' | 'none';
  readonly exchange: boolean;
  readonly tokenEndpoint: boolean;
  readonly noBearer: boolean;
}

/** The app as a migration sees it. */
export interface Survey {
  readonly server?: SurveyedServer;
  readonly client?: SurveyedClient;
  readonly topology: FoundTopology;
  readonly facts: MigrationFacts;
}

export interface SurveyedClient {
  readonly files: readonly SourceFile[];
  /** The file beside which the session's module goes: where the API's client is. */
  readonly home: SourceFile;
  readonly base: ClientBase | undefined;
}

/** Surveys the client's half: where its API client is, and what its requests begin with. */
export function surveyClient(
  files: readonly SourceFile[],
  root: string,
  signInPaths: readonly string[],
  signInPath: string | undefined,
): SurveyedClient | undefined {
  const written = files.filter((file) => !isTestFile(file.path, root));
  const concerned = written.filter(
    (file) => bearerExposures(file).length > 0 || storageExposures(file).some(({ key }) => isCredentialKey(key.reading)),
  );
  const asking = signInCalls(written, signInPaths);
  // The sign-in itself says what requests begin with, and by which part of its path it is known.
  const end = signInPath === undefined ? undefined : `/${signInPath.split('/').at(-1)!}`;
  const first = asking.find((one) => end !== undefined && askedPath(one)?.endsWith(end)) ?? asking[0];
  const migrated = written.find(({ text }) => /function rememberSession\b/.test(text));
  const home = clientFile(written) ?? first?.file ?? concerned[0] ?? migrated;
  if (!home || (concerned.length === 0 && asking.length === 0 && !migrated)) return undefined;
  return {
    files,
    home,
    base: first ? baseOfSignIn(first, home, files) : migrated && baseOfSession(migrated),
  };
}

/** The file that makes an instance of a client, or has the helper through which requests go. */
function clientFile(files: readonly SourceFile[]): SourceFile | undefined {
  return (
    files.find((file) => clientsOf(file).some(({ api }) => api.session?.form === 'observed')) ??
    files.find((file) => /(?:^|\/)(?:api|client|http|request|agent|fetcher)\.[jt]sx?$/.test(file.path.split(path.sep).join('/')))
  );
}

/** What the facts are put together of. */
export interface Surveyed {
  /** Absolute. */
  readonly root: string;
  readonly server: SurveyedServer | undefined;
  readonly client: SurveyedClient | undefined;
  readonly topology: FoundTopology;
  readonly options: MigrationOptions;
  readonly cookiesReadByScripts: ReadonlySet<string>;
}

/** Puts together what codemods have to know of the app. */
export function factsOf({ root, server, client, topology, options, cookiesReadByScripts }: Surveyed): MigrationFacts {
  const serverExtension = server && formBeside(server.app).language === 'ts' ? '.ts' : '.js';
  const generated = (
    directory: string,
    names: readonly string[],
    extension: string,
    withExtension: boolean,
    existing: string | undefined,
  ): GeneratedModule => ({ path: existing ?? freshPath(directory, names, extension), withExtension });
  const serverModule = (names: readonly string[], mark: RegExp): GeneratedModule =>
    generated(
      server?.home ?? '/',
      names,
      serverExtension,
      server !== undefined && namesExtensions(server.app, server.files),
      server && existingModule(server.files, mark),
    );
  const clientExtension = client && formBeside(client.home).language === 'ts' ? '.ts' : '.js';
  const customHeader = server?.files.flatMap((file) => tokenReadsOf(file)).find(({ header }) => header !== 'authorization')?.header;
  const clientModule = (names: readonly string[], mark: RegExp): GeneratedModule =>
    generated(
      client ? path.dirname(client.home.path) : '/',
      names,
      clientExtension,
      client !== undefined && namesExtensions(client.home, client.files),
      client && existingModule(client.files, mark),
    );
  return {
    phase: options.phase,
    isTest: (one) => isTestFile(one, root),
    server: {
      sessionCookie: serverModule(['session-cookie', 'session-cookies'], /describeSession\b[^\n]*\(/),
      csrfCheck: serverModule(['csrf-check', 'cross-site'], /refuseCrossSite\b[^\n]*\(req/),
      requireEnv: {
        ...serverModule(['require-env', 'require-secret'], /function requireSecret\b/),
        ...(server && secretHome(server, serverExtension, root)),
      },
      csrfToken: serverModule(['csrf-token', 'csrf-double-submit'], /function requireCsrfToken\b/),
      testSession: testModule(server, root),
      ...(customHeader !== undefined && { customHeader }),
      isCrossOrigin: topology.topology !== 'same-origin',
      asksAllowedOrigins: server?.allowed !== undefined,
      csrf: options.csrf,
      ...(server && { sessionSecrets: sessionSecretsOf(server.files.filter((file) => !isTestFile(file.path, root))) }),
      cookiesReadByScripts,
      tokenEndpoint: options.tokenEndpoint,
      parsesCookies: server?.files.some((file) => !isTestFile(file.path, root) && parsesCookies(file)) ?? false,
      hasSessions: server?.hasSessions ?? true,
      refreshRotates: server?.refresh?.rotates ?? false,
      exchange: options.exchange,
      // During a rollout old pages still send theirs.
      takesBearer: !options.noBearer || options.phase === 'server',
      // A cookie that is not SameSite=None is not sent from another site.
      sameSite: options.sameSite ?? (topology.topology === 'cross-site' ? 'none' : 'lax'),
      signIn: server?.signIn ? { file: server.signIn.file.path, end: server.signIn.node.range[1] } : 'none',
      ...(server?.signIn && {
        signInPath: server.signIn.path,
      }),
      ...(server?.signOut && signOutHandler(server.signOut)),
    },
    client: {
      session: clientModule(['session', 'app-session', 'auth-session'], /function rememberSession\b/),
      seedSession: clientModule(['seed-session', 'session-seed'], /function seedSession\b/),
      signInPaths: [...new Set(server?.issuing.map(({ path: one }) => one).flatMap((one) => [one, ...suffixes(one)]) ?? [])],
      bodyKeys: bodyKeys(server),
      topology: topology.topology,
      renews: server?.refresh !== undefined && server.renewal !== undefined,
    },
  };
}

/** The function that answers the app's own sign-out, which may be written in another file than its route. */
function signOutHandler(route: Route): Pick<MigrationFacts['server'], 'signOut'> {
  const [handler] = lastHandlers(route);
  return handler ? { signOut: { file: handler.file.path, start: handler.node.range[0] } } : {};
}

/** `/api/auth/login` may be asked as `/auth/login` below a base, but not as `/login` of another router. */
function suffixes(routePath: string): string[] {
  const segments = routePath.split('/').filter(Boolean);
  return segments
    .slice(1, -1)
    .map((_, i) => `/${segments.slice(i + 1).join('/')}`)
    .concat(segments.length <= 2 ? [`/${segments.at(-1)!}`] : []);
}

/** The names under which the server answers with tokens. */
function bodyKeys(server: SurveyedServer | undefined): string[] {
  const keys = server?.files.flatMap((file) => bodyExposures(file).flatMap((one) => keyOf(one) ?? [])) ?? [];
  return keys.length > 0 ? [...new Set(keys)] : ['token', 'accessToken', 'access_token', 'jwt', 'authToken'];
}

/** The module for tests stands where the tests that use it do; in a folder of Jest's own it would be taken for a test. */
function testModule(server: SurveyedServer | undefined, root: string): GeneratedModule {
  const tests = server?.files.filter((file) => isTestFile(file.path, root) && /supertest|chai-http/.test(file.text)) ?? [];
  const [first] = tests;
  if (!server || !first) return { path: '/session-token.js', withExtension: true };
  const common = tests.map((file) => path.dirname(file.path)).reduce((a, b) => commonFolder(a, b));
  const folder = common.replace(/[/\\]__tests__(?:[/\\].*)?$/, '');
  const extension = /\.[cm]?tsx?$/.test(first.path) ? '.ts' : '.js';
  return {
    path: existingModule(server.files, /function sessionTokenOf\b/) ?? freshPath(folder, ['session-token', 'session-of-answer'], extension),
    withExtension: namesExtensions(first, tests),
  };
}

function commonFolder(a: string, b: string): string {
  const [first, second] = [a.split(path.sep), b.split(path.sep)];
  const length = first.findIndex((segment, i) => segment !== second[i]);
  return first.slice(0, length < 0 ? undefined : length).join(path.sep);
}

/** The module that asks for secrets stands beside code that runs for people, and not beside a test. */
function secretHome({ files }: SurveyedServer, extension: string, root: string): { path: string } | undefined {
  const holder = files.find((file) => !isTestFile(file.path, root) && secretExposures(file).length > 0);
  if (!holder || existingModule(files, /function requireSecret\b/) !== undefined) return undefined;
  return { path: freshPath(path.dirname(holder.path), ['require-env', 'require-secret'], extension) };
}

/** A module that an earlier run generated. */
function existingModule(files: readonly SourceFile[], mark: RegExp): string | undefined {
  return files.find((file) => mark.test(file.text) && /^\/\*\*/.test(file.text) && existsSync(file.path))?.path;
}

/** The name of the app for cookies and keys. */
export function nameOf(root: string, server: SurveyedServer | undefined): string {
  return appName(root, server ? (manifestOf(server.app.path)?.directory ?? root) : root);
}

/** The topology of what was surveyed. */
export function topologyOf(server: SurveyedServer | undefined, client: SurveyedClient | undefined, wanted?: Topology): FoundTopology {
  if (!client)
    return { topology: wanted ?? 'same-site', isCrossOriginInProduction: true, because: 'no client was found in this repository' };
  const base = client.base?.expression && { text: client.base.expression.text, literal: client.base.literal };
  const servesPages =
    server !== undefined &&
    server.files.some(
      (file) => /express\.static\(/.test(file.text) && /dist|build|client|frontend|public/.test(file.text) && /sendFile\(/.test(file.text),
    );
  const found = findTopology(client.home.path, base, servesPages, wanted);
  if (client.base || wanted) return found;
  return { ...found, isGuess: true, because: 'a guess, for no request was found that asks for a session' };
}
