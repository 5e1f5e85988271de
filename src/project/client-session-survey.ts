import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BackendCookieFacts, ClientSessionFacts, GeneratedModule } from '../codemods/facts.ts';
import { clientSessionExposures } from '../exposures/client-session.ts';
import { manifestOf } from '../syntax/package-manifest.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf } from '../syntax/source-file.ts';
import { isTestFile } from '../syntax/test-files.ts';
import { freshPath, namesExtensions, readJson } from './packages.ts';
import type { Project } from './project.ts';

/** An app of Next whose session is sent to its pages, as a migration sees it. */
export interface SurveyedSession {
  /** The folder of its package.json. */
  readonly directory: string;
  /** The major version of next-auth. */
  readonly version: 4 | 5;
  /** The folder of Next's routes that the generated one goes to. */
  readonly routes: { readonly kind: 'app' | 'pages'; readonly folder: string };
  /** The file of NextAuth's own route. */
  readonly authRoute: SourceFile | undefined;
  /** What Next is told of addresses: a path under which all of the app is, slashes that it leaves or wants at the end of paths. */
  readonly settings: { readonly basePath: boolean; readonly keepsSlashes: boolean; readonly addsSlashes: boolean };
  /** Files of other packages that give pages a token in a session. */
  readonly others: readonly SourceFile[];
  /** The path of the generated route's file. */
  readonly routeFile: string;
  readonly facts: ClientSessionFacts;
  /** The files of the app, tests and what is generated not among them. */
  readonly files: readonly SourceFile[];
}

const ABOUT_SESSIONS = /next-auth|@auth\/|NextAuth|\bauth\(|session|token|bearer|authorization|axios|fetch/i;

/** Looks for an app whose session gives pages a token. @param backend Where people sign in at a backend that sets it as a cookie. */
export function surveySession(project: Project, backend?: Omit<BackendCookieFacts, 'module'>): SurveyedSession | undefined {
  // The manifest is asked before the file is read: an app without Next has nothing here.
  const ofNext = project.paths.filter(
    (filePath) => !isTestFile(filePath, project.root) && manifestOf(filePath)?.dependencies.has('next') === true,
  );
  const exposing = [...project.files(ABOUT_SESSIONS, ofNext)].filter((file) =>
    clientSessionExposures(file).some(({ form }) => form !== 'read'),
  );
  const [first] = exposing;
  const directory = first && manifestOf(first.path)?.directory;
  const routes = directory === undefined ? undefined : routesOf(directory);
  if (directory === undefined || !routes) return undefined;
  const isOfOther = (file: string): boolean => manifestOf(file)?.directory !== directory;
  const apart = new Set(exposing.map((file) => manifestOf(file.path)?.directory).filter((one) => one !== directory));
  // All of the app: what asks by a client of another file says nothing of it. Of other packages, what may share its session.
  const own = [...project.files(/./, project.paths)].filter(
    (file) =>
      (!isOfOther(file.path) || (/next-auth/.test(file.text) && !apart.has(manifestOf(file.path)?.directory))) &&
      !isTestFile(file.path, project.root),
  );
  const settings = settingsOf(directory);
  const { facts: places, routeFile, cookieModule } = placesOf(routes, own, settings.keepsSlashes);
  const facts = { ...places, ...(backend && { cookie: { ...backend, module: cookieModule } }) };
  const modules = [facts.tokenModule, facts.requestTokenModule, facts.renewalModule, cookieModule];
  const generated = new Set([...modules.map(({ path: one }) => stem(one)), stem(routeFile)]);
  return {
    directory,
    version: versionOf(directory),
    routes,
    routeFile,
    facts,
    authRoute: authRouteOf(project, directory),
    settings,
    others: [...apart].flatMap((one) => exposing.find((file) => manifestOf(file.path)?.directory === one) ?? []),
    files: own.filter((file) => !generated.has(stem(file.path))),
  };
}

/** The file by which Next hands NextAuth its requests. */
function authRouteOf(project: Project, directory: string): SourceFile | undefined {
  const found = project.paths.find(
    (one) => one.startsWith(directory + path.sep) && /\/api\/auth\/\[\.\.\.[\w-]+\](?:\/route)?\.[cm]?[jt]sx?$/.test(one),
  );
  return found === undefined ? undefined : project.file(found);
}

function stem(file: string): string {
  return file.replace(/\.[cm]?[jt]sx?$/, '');
}

/** The routes that Next serves: of the app folder where there is one. */
function routesOf(directory: string): SurveyedSession['routes'] | undefined {
  for (const kind of ['app', 'pages'] as const)
    for (const base of ['src', '.']) {
      const folder = path.join(directory, base, kind);
      if (existsSync(folder)) return { kind, folder };
    }
  return undefined;
}

/** What is installed says it, else what is asked for. */
function versionOf(directory: string): 4 | 5 {
  const installed = readJson(path.join(directory, 'node_modules/next-auth/package.json'))?.['version'];
  const manifest = readJson(path.join(directory, 'package.json'));
  const asked = (manifest?.['dependencies'] as Readonly<Record<string, unknown>> | undefined)?.['next-auth'];
  const said = [installed, asked].find((one) => typeof one === 'string') ?? '';
  return /^[~^=v]*5|beta|experimental/.test(said) ? 5 : 4;
}

const CONFIGS = ['next.config.js', 'next.config.mjs', 'next.config.ts', 'next.config.cjs'];

function settingsOf(directory: string): SurveyedSession['settings'] {
  const text = CONFIGS.map((name) => path.join(directory, name))
    .flatMap((file) => (existsSync(file) ? [readFileSync(file, 'utf8')] : []))
    .join('\n');
  const keepsSlashes = /\bskipTrailingSlashRedirect:\s*true/.test(text);
  return { basePath: /\bbasePath\b/.test(text), keepsSlashes, addsSlashes: !keepsSlashes && /\btrailingSlash:\s*true/.test(text) };
}

const NAMES = ['backend', 'backend-proxy', 'to-backend'];

/** Where what is generated goes: the route below Next's own, the reader of the token beside the app's other modules. */
function placesOf(
  routes: SurveyedSession['routes'],
  files: readonly SourceFile[],
  keepsSlashes: boolean,
): { facts: ClientSessionFacts; routeFile: string; cookieModule: GeneratedModule } {
  const extension = files.some(({ path: file }) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts')) ? '.ts' : '.js';
  const made = NAMES.find((name) => GENERATED.test(textAt(routes, name, extension) ?? ''));
  const name = made ?? NAMES.find((one) => !existsSync(path.join(routes.folder, 'api', one))) ?? NAMES[0]!;
  const base = path.dirname(routes.folder);
  const library = ['lib', 'libs', 'utils'].map((one) => path.join(base, one)).find((one) => existsSync(one)) ?? path.join(base, 'lib');
  const module = (names: readonly string[], written = TOKEN_MODULE): GeneratedModule => {
    const known = names
      .map((one) => path.join(library, one + extension))
      .find((one) => existsSync(one) && written.test(readFileSync(one, 'utf8')));
    return {
      path: known ?? freshPath(library, names, extension),
      withExtension: files[0] !== undefined && namesExtensions(files[0], files),
    };
  };
  const tokenModule = module(['backend-token', 'token-of-backend']);
  return {
    routeFile: routeFileOf(routes, name, extension),
    cookieModule: module(['backend-cookies', 'cookies-of-backend'], COOKIE_MODULE),
    facts: {
      route: `/api/${name}`,
      keepsSlashes,
      tokenModule,
      requestTokenModule: routes.kind === 'pages' ? tokenModule : module(['backend-token-of-request', 'request-backend-token']),
      renewalModule: module(['renewed-once', 'shared-renewal'], RENEWAL_MODULE),
    },
  };
}

/** What an earlier run wrote. */
const GENERATED = /Passes requests of our own pages on to the backend/;
const COOKIE_MODULE = /People sign in at the backend through this server/;
const RENEWAL_MODULE = /jwt callback makes of a token is made once/;
const TOKEN_MODULE = /is in NextAuth's encrypted HttpOnly cookie/;

function routeFileOf({ kind, folder }: SurveyedSession['routes'], name: string, extension: string): string {
  return kind === 'app'
    ? path.join(folder, 'api', name, '[...path]', `route${extension}`)
    : path.join(folder, 'api', name, `[...path]${extension}`);
}

function textAt(routes: SurveyedSession['routes'], name: string, extension: string): string | undefined {
  const file = routeFileOf(routes, name, extension);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** The name under which NextAuth's route gives its handler of GET requests. */
export function handlerOf(file: SourceFile): 'GET' | undefined {
  const names = nodesOf(file, 'ExportNamedDeclaration').flatMap((one) => [
    ...one.specifiers.map(({ exported }) => (exported.type === 'Identifier' ? exported.name : '')),
    ...(one.declaration?.type === 'VariableDeclaration' ? one.declaration.declarations.flatMap(({ id }) => namesOf(id)) : []),
  ]);
  return names.includes('GET') ? 'GET' : undefined;
}

function namesOf(id: { readonly type: string; readonly name?: string; readonly properties?: readonly unknown[] }): string[] {
  if (id.type === 'Identifier') return [id.name ?? ''];
  return (id.properties ?? []).flatMap((one) => {
    const { value } = one as { value?: { type: string; name?: string } };
    return value?.type === 'Identifier' ? [value.name ?? ''] : [];
  });
}
