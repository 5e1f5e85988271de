import { existsSync } from 'node:fs';
import path from 'node:path';
import { appsOf, tokenReadsOf } from '../apis/server/express-app.ts';
import { jwtLibraries } from '../apis/jwt/index.ts';
import type { GeneratedModule, MigrationFacts, Phase, Topology } from '../codemods/facts.ts';
import { isSignInRequest, urlOf } from '../codemods/token-flow/received.ts';
import { bearerExposures } from '../exposures/headers.ts';
import { bodyExposures } from '../exposures/response-bodies.ts';
import { secretExposures } from '../exposures/secrets.ts';
import { storageExposures } from '../exposures/storage.ts';
import { isCredentialKey } from '../exposures/storage-keys.ts';
import { valueOf } from '../syntax/follow.ts';
import { argumentAt } from '../syntax/functions.ts';
import type { CallNode, Node } from '../syntax/nodes.ts';
import { bare, isFunction, propertyName } from '../syntax/nodes.ts';
import { manifestOf } from '../syntax/package-manifest.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, textOf } from '../syntax/source-file.ts';
import { textParts } from '../syntax/static-text.ts';
import { isTestFile } from '../syntax/test-files.ts';
import type { SessionClientFacts } from '../templates/session-client.ts';
import type { SessionCookieFacts } from '../templates/session-cookie.ts';
import type { CsrfCheckFacts } from '../templates/csrf-check.ts';
import type { PortableExpression } from './expressions.ts';
import { portable } from './expressions.ts';
import type { MountedRoute } from './mounts.ts';
import { mountedRoutes } from './mounts.ts';
import { appName, formBeside, freshPath, namesExtensions } from './packages.ts';
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

export interface SurveyedServer {
  readonly files: readonly SourceFile[];
  /** The file that creates the Express app. */
  readonly app: SourceFile;
  readonly signIn: MountedRoute | undefined;
  readonly issuing: readonly MountedRoute[];
  readonly verify: PortableExpression | undefined;
  readonly scheme: string;
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

/** Everything that generated modules need to know. */
export interface TemplateFacts {
  readonly sessionCookie?: Omit<SessionCookieFacts, 'form'>;
  readonly csrfCheck?: Omit<CsrfCheckFacts, 'form'>;
  readonly sessionClient?: Omit<SessionClientFacts, 'form' | 'uses'>;
}

/** The routes whose handlers answer with a session's token. */
export function issuingRoutes(files: readonly SourceFile[]): MountedRoute[] {
  return mountedRoutes(files).filter(({ file, route }) => route.handlers.some((handler) => {
    const inner = handler.type === 'CallExpression' ? handler.arguments.find((one) => isFunction(one) || one.type === 'Identifier') ?? handler : handler;
    const { file: home, node } = valueOf({ file, node: inner });
    return isFunction(node) && bodyExposures(home).some(({ handler: own }) => own !== undefined && isWithin(own, node));
  }));
}

function isWithin(inner: Node, outer: Node): boolean {
  for (let at: Node | undefined = inner; at; at = at.parent) if (at === outer) return true;
  return false;
}

const SIGN_IN = /\/(?:log-?_?in|sign-?_?in|authenticate|auth|sessions?|token)$/i;

/** Surveys the server's half: its app, its sign-in route, how it verifies tokens. */
export function surveyServer(files: readonly SourceFile[], root: string): SurveyedServer | undefined {
  const written = files.filter((file) => !isTestFile(file.path, root));
  const issuing = issuingRoutes(written);
  const apps = written.filter((file) => appsOf(file).length > 0);
  const app = apps.find((file) => issuing.some((route) => manifestOf(route.file.path)?.directory === manifestOf(file.path)?.directory)) ?? apps[0];
  if (!app) return undefined;
  const signIn = issuing.find(({ path: routePath }) => SIGN_IN.test(routePath)) ?? issuing.find(({ route }) => route.method === 'post') ?? issuing[0];
  return { files, app, signIn, issuing, verify: verifyArguments(written, modulesHome({ files, app })), scheme: schemeOf(written) };
}

/** The secret and the options with which the app verifies its tokens, to be repeated where sessions are described. */
function verifyArguments(files: readonly SourceFile[], home: string): PortableExpression | undefined {
  for (const file of files) {
    for (const api of jwtLibraries) {
      if (!api.hint.test(file.text)) continue;
      for (const { secret, options } of api.verifications(file)) {
        if (!secret) continue;
        const target = path.join(home, 'session-cookie.js');
        const [first, second] = [portable(file, environmentOnly(file, secret), target, true), options && portable(file, options, target, true)];
        if (first && (!options || second)) return { text: second ? `${first.text}, ${second.text}` : first.text, imports: [...first.imports, ...(second?.imports ?? [])] };
      }
    }
  }
  return undefined;
}

/** `process.env.JWT_SECRET || 'x'`, in a constant: the variable alone, since the fallback goes. */
function environmentOnly(file: SourceFile, secret: Node): Node {
  const value = valueOf({ file, node: secret });
  return value.file === file && value.node.type === 'LogicalExpression' && /^process\.env\b/.test(textOf(file, value.node.left)) ? value.node.left : secret;
}

function schemeOf(files: readonly SourceFile[]): string {
  const readers = files.filter((file) => tokenReadsOf(file).some(({ header }) => header === 'authorization'));
  return readers.some((file) => /['"`]Token ?['"`]/.test(file.text)) ? 'Token' : 'Bearer';
}

/** Surveys the client's half: where its API client is, and what its requests begin with. */
export function surveyClient(files: readonly SourceFile[], root: string, signInPaths: readonly string[]): SurveyedClient | undefined {
  const written = files.filter((file) => !isTestFile(file.path, root));
  const concerned = written.filter((file) => bearerExposures(file).length > 0 || storageExposures(file).some(({ key }) => isCredentialKey(key.reading)));
  const asking = signInCalls(written, signInPaths);
  const [first] = asking;
  const home = clientFile(written) ?? first?.file ?? concerned[0];
  if (!home || (concerned.length === 0 && asking.length === 0)) return undefined;
  return { files, home, base: first && baseOf(first.file, first.call, home) };
}

function signInCalls(files: readonly SourceFile[], signInPaths: readonly string[]): { file: SourceFile; call: CallNode }[] {
  const facts = { signInPaths } as MigrationFacts['client'];
  return files.flatMap((file) => nodesOf(file, 'CallExpression').filter((call) => isSignInRequest(file, call, facts)).map((call) => ({ file, call })));
}

/** The file that makes the axios instance, or has the helper through which requests go. */
function clientFile(files: readonly SourceFile[]): SourceFile | undefined {
  return files.find((file) => /axios\.create\(/.test(file.text)) ?? files.find((file) => /(?:^|\/)(?:api|client|http|request|agent|fetcher)\.[jt]sx?$/.test(file.path.split(path.sep).join('/')));
}

/** What the sign-in request begins with: the instance's base URL, a constant in its URL, an origin, or nothing. */
function baseOf(file: SourceFile, call: CallNode, home: SourceFile): ClientBase {
  const target = path.join(path.dirname(home.path), 'session.js');
  const instance = call.callee.type === 'MemberExpression' ? valueOf({ file, node: call.callee.object }) : undefined;
  const signInPath = urlOf(file, call) ?? '/login';
  if (instance?.node.type === 'CallExpression') {
    const options = argumentAt(instance.node, 0);
    const inner = options && bare(options);
    const baseURL = inner?.type === 'ObjectExpression' ? inner.properties.find((one) => one.type === 'Property' && propertyName(one) === 'baseURL') : undefined;
    if (baseURL?.type === 'Property') {
      const expression = portable(instance.file, baseURL.value, target, false);
      const literal = literalOf(instance.file, baseURL.value);
      if (expression && literal !== '/' && literal !== '') return { expression, literal, signInPath };
      if (expression && literal === '') return { expression, literal, signInPath };
    }
  }
  return inUrl(file, call, target, signInPath);
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
    if (expression && url.right.type === 'Literal') return { expression, literal: literalOf(file, url.left), signInPath: String(url.right.value) };
  }
  const origin = /^https?:\/\/[^/]+/.exec(whole)?.[0];
  if (origin !== undefined) return { expression: { text: `'${origin}'`, imports: [] }, literal: origin, signInPath: whole.slice(origin.length) };
  return { literal: '', signInPath: whole };
}

function literalOf(file: SourceFile, node: Node): string {
  return textParts(file, node).map((part) => (typeof part === 'string' ? part : '')).join('');
}

/** Puts together what codemods have to know of the app. */
export function factsOf(server: SurveyedServer | undefined, client: SurveyedClient | undefined, topology: FoundTopology, options: MigrationOptions, cookiesReadByScripts: ReadonlySet<string>): MigrationFacts {
  const serverHome = server && modulesHome(server);
  const serverExtension = server && formBeside(server.app).language === 'ts' ? '.ts' : '.js';
  const generated = (directory: string, names: readonly string[], extension: string, withExtension: boolean, existing: string | undefined): GeneratedModule => ({ path: existing ?? freshPath(directory, names, extension), withExtension });
  const serverModule = (names: readonly string[], mark: RegExp): GeneratedModule => generated(serverHome ?? '/', names, serverExtension, server !== undefined && namesExtensions(server.app, server.files), server && existingModule(server.files, mark));
  const clientExtension = client && formBeside(client.home).language === 'ts' ? '.ts' : '.js';
  const customHeader = server?.files.flatMap((file) => tokenReadsOf(file)).find(({ header }) => header !== 'authorization')?.header;
  const clientModule = (names: readonly string[], mark: RegExp): GeneratedModule => generated(client ? path.dirname(client.home.path) : '/', names, clientExtension, client !== undefined && namesExtensions(client.home, client.files), client && existingModule(client.files, mark));
  return {
    phase: options.phase,
    server: {
      sessionCookie: serverModule(['session-cookie', 'session-cookies'], /describeSession\b[^\n]*\(/),
      csrfCheck: serverModule(['csrf-check', 'cross-site'], /refuseCrossSite\b[^\n]*\(req/),
      requireEnv: { ...serverModule(['require-env', 'require-secret'], /function requireSecret\b/), ...(server && secretHome(server, serverExtension)) },
      ...(customHeader !== undefined && { customHeader }),
      isCrossOrigin: topology.topology !== 'same-origin',
      csrf: options.csrf,
      cookiesReadByScripts,
      tokenEndpoint: options.tokenEndpoint,
      sameSite: options.sameSite ?? (topology.topology === 'cross-site' ? 'none' : 'lax'),
      ...(server?.signIn && { routesFile: server.signIn.file.path }),
    },
    client: {
      session: clientModule(['session', 'app-session', 'auth-session'], /function rememberSession\b/),
      seedSession: clientModule(['seed-session', 'session-seed'], /function seedSession\b/),
      signInPaths: [...new Set(server?.issuing.map(({ path: one }) => one).flatMap((one) => [one, ...suffixes(one)]) ?? [])],
      bodyKeys: bodyKeys(server),
      topology: topology.topology,
    },
  };
}

/** `/api/auth/login` may be asked as `/auth/login` below a base, but not as `/login` of another router. */
function suffixes(routePath: string): string[] {
  const segments = routePath.split('/').filter(Boolean);
  return segments.slice(1, -1).map((_, i) => `/${segments.slice(i + 1).join('/')}`).concat(segments.length <= 2 ? [`/${segments.at(-1)!}`] : []);
}

/** The names under which the server answers with tokens. */
function bodyKeys(server: SurveyedServer | undefined): string[] {
  const keys = server?.files.flatMap((file) => bodyExposures(file).flatMap(({ node }) => (node.type === 'Property' ? [propertyName(node)] : node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression' && node.left.property.type === 'Identifier' ? [node.left.property.name] : []))).filter((key) => key !== undefined) ?? [];
  return keys.length > 0 ? [...new Set(keys)] : ['token', 'accessToken', 'access_token', 'jwt', 'authToken'];
}

/** Generated server modules stand beside the middleware that checks tokens, else beside the app. */
function modulesHome({ files, app }: Pick<SurveyedServer, 'files' | 'app'>): string {
  const middleware = files.find((file) => tokenReadsOf(file).length > 0 && manifestOf(file.path)?.directory === manifestOf(app.path)?.directory);
  return path.dirname((middleware ?? app).path);
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
  return appName(root, server ? manifestOf(server.app.path)?.directory ?? root : root);
}

/** The topology of what was surveyed. */
export function topologyOf(server: SurveyedServer | undefined, client: SurveyedClient | undefined, wanted?: Topology): FoundTopology {
  if (!client) return { topology: wanted ?? 'same-site', isCrossOriginInProduction: true, because: 'no client was found in this repository' };
  const base = client.base?.expression && { text: client.base.expression.text, literal: client.base.literal };
  const servesPages = server !== undefined && server.files.some((file) => /express\.static\(/.test(file.text) && /dist|build|client|frontend|public/.test(file.text) && /sendFile\(/.test(file.text));
  return findTopology(client.home.path, base, servesPages, wanted);
}
