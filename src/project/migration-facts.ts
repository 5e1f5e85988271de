import { existsSync } from 'node:fs';
import path from 'node:path';
import { parsesCookies, tokenReadsOf } from '../apis/server/express-app.ts';
import { lastHandlers } from '../app/answering.ts';
import type { Route } from '../app/route.ts';
import type { GeneratedModule, MigrationFacts, Phase, Topology } from '../codemods/facts.ts';
import { isSignInRequest, urlOf } from '../codemods/token-flow/received.ts';
import { bearerExposures } from '../exposures/headers.ts';
import { bodyExposures } from '../exposures/response-bodies.ts';
import { clientsOf } from '../exposures/requests.ts';
import { secretExposures } from '../exposures/secrets.ts';
import { storageExposures } from '../exposures/storage.ts';
import { isCredentialKey } from '../exposures/storage-keys.ts';
import type { Place } from '../flow/resolve.ts';
import { resolveValue } from '../flow/resolve.ts';
import { argumentAt } from '../syntax/functions.ts';
import type { CallNode, Node } from '../syntax/nodes.ts';
import { bare, propertyName } from '../syntax/nodes.ts';
import { manifestOf } from '../syntax/package-manifest.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { originOf } from '../flow/origin.ts';
import { nodesOf, textOf } from '../syntax/source-file.ts';
import { textParts } from '../flow/static-text.ts';
import { isTestFile } from '../syntax/test-files.ts';
import { literal } from '../templates/literal.ts';
import type { PortableExpression } from './expressions.ts';
import { portable } from './expressions.ts';
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

/** What a client's requests to the API begin with. */
export interface ClientBase {
  /** Undefined for requests that are relative. */
  readonly expression?: PortableExpression;
  readonly literal: string;
  /** The path of the sign-in request below the base, as the client writes it. */
  readonly signInPath: string;
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
  const first =
    asking.find(
      ({ file, call }) =>
        end !== undefined &&
        urlOf(file, call)
          ?.replace(/[?#].*$/, '')
          .endsWith(end),
    ) ?? asking[0];
  const migrated = written.find(({ text }) => /function rememberSession\b/.test(text));
  const home = clientFile(written) ?? first?.file ?? concerned[0] ?? migrated;
  if (!home || (concerned.length === 0 && asking.length === 0 && !migrated)) return undefined;
  return { files, home, base: first ? baseOf(first.file, first.call, home, files) : migrated && baseOfSession(migrated) };
}

/** What an earlier migration wrote down as the API's base: the first constant of the session's module, where it has one. */
function baseOfSession(session: SourceFile): ClientBase {
  const base = nodesOf(session, 'VariableDeclarator').find(({ id }) => id.type === 'Identifier' && id.name === 'API')?.init;
  if (!base) return { literal: '', signInPath: '/login' };
  return { expression: { text: textOf(session, base), imports: [] }, literal: literalOf(session, base), signInPath: '/login' };
}

function signInCalls(files: readonly SourceFile[], signInPaths: readonly string[]): { file: SourceFile; call: CallNode }[] {
  const facts = { signInPaths } as MigrationFacts['client'];
  return files.flatMap((file) =>
    nodesOf(file, 'CallExpression')
      .filter((call) => isSignInRequest(file, call, facts))
      .map((call) => ({ file, call })),
  );
}

/** The file that makes the axios instance, or has the helper through which requests go. */
function clientFile(files: readonly SourceFile[]): SourceFile | undefined {
  return (
    files.find((file) => /axios\.create\(/.test(file.text)) ??
    files.find((file) => /(?:^|\/)(?:api|client|http|request|agent|fetcher)\.[jt]sx?$/.test(file.path.split(path.sep).join('/')))
  );
}

/** What the sign-in request begins with: the instance's base URL, a constant in its URL, an origin, or nothing. */
function baseOf(file: SourceFile, call: CallNode, home: SourceFile, files: readonly SourceFile[]): ClientBase {
  const target = path.join(path.dirname(home.path), 'session.js');
  const called = call.callee.type === 'MemberExpression' ? resolveValue({ file, node: call.callee.object }) : undefined;
  // A wrapper of the app's own goes through the one instance that the app makes.
  const instance =
    called?.node.type === 'CallExpression' || originOf(file, call.callee)?.startsWith('axios#') ? called : onlyInstance(files);
  const signInPath = urlOf(file, call) ?? '/login';
  if (instance?.node.type === 'CallExpression') {
    const options = argumentAt(instance.node, 0);
    const inner = options && bare(options);
    const baseURL =
      inner?.type === 'ObjectExpression'
        ? inner.properties.find((one) => one.type === 'Property' && propertyName(one) === 'baseURL')
        : undefined;
    if (baseURL?.type === 'Property') {
      const expression = portable(instance.file, baseURL.value, target, false);
      const literal = literalOf(instance.file, baseURL.value);
      if (expression && literal !== '/' && literal !== '') return { expression, literal, signInPath };
      if (expression && literal === '') return { expression, literal, signInPath };
    }
  }
  return inUrl(file, call, target, signInPath);
}

function onlyInstance(files: readonly SourceFile[]): Place | undefined {
  const made = files.flatMap((file) =>
    clientsOf(file)
      .filter(({ api }) => api.id === 'axios')
      .map(({ node }) => ({ file, node })),
  );
  return made.length === 1 ? made[0] : undefined;
}

/** `` `${API_URL}/auth/login` ``, `'http://localhost:5000/auth/login'`, `'/api/login'`. */
function inUrl(file: SourceFile, call: CallNode, target: string, whole: string): ClientBase {
  const first = argumentAt(call, 0);
  const url = first && bare(first);
  if (url?.type === 'TemplateLiteral' && url.quasis[0]?.value.raw === '' && url.expressions[0]) {
    const expression = portable(file, url.expressions[0], target, false);
    if (expression) return { expression, literal: literalOf(file, url.expressions[0]), signInPath: url.quasis[1]?.value.raw ?? '' };
  }
  if (url?.type === 'BinaryExpression' && url.left.type !== 'Literal' && url.left.type !== 'PrivateIdentifier') {
    const expression = portable(file, url.left, target, false);
    if (expression && url.right.type === 'Literal')
      return { expression, literal: literalOf(file, url.left), signInPath: String(url.right.value) };
  }
  const origin = /^https?:\/\/[^/]+/.exec(whole)?.[0];
  if (origin !== undefined)
    return { expression: { text: literal(origin), imports: [] }, literal: origin, signInPath: whole.slice(origin.length) };
  return { literal: '', signInPath: whole };
}

function literalOf(file: SourceFile, node: Node): string {
  return textParts(file, node)
    .map((part) => (typeof part === 'string' ? part : ''))
    .join('');
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
        ...(server && secretHome(server, serverExtension)),
      },
      csrfToken: serverModule(['csrf-token', 'csrf-double-submit'], /function requireCsrfToken\b/),
      testSession: testModule(server, root),
      ...(customHeader !== undefined && { customHeader }),
      isCrossOrigin: topology.topology !== 'same-origin',
      asksAllowedOrigins: server?.allowed !== undefined,
      csrf: options.csrf,
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
      ...(server?.signIn && { signIn: { file: server.signIn.file.path, end: server.signIn.node.range[1] } }),
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

function secretHome({ files }: SurveyedServer, extension: string): { path: string } | undefined {
  const holder = files.find((file) => secretExposures(file).length > 0);
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
  return findTopology(client.home.path, base, servesPages, wanted);
}
