import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ClientFacts, GeneratedModule, ServerFacts } from '../codemods/facts.ts';
import { secretExposures } from '../exposures/secrets.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { isTestFile } from '../syntax/test-files.ts';
import type { SurveyedClient } from './client-survey.ts';
import type { SessionScript } from './session-script.ts';
import { formBeside, freshPath, namesExtensions } from './packages.ts';
import type { SurveyedServer } from './server-survey.ts';

/** Modules of the server that a migration generates. */
type ServerModules = Pick<ServerFacts, 'sessionCookie' | 'csrfCheck' | 'requireEnv' | 'csrfToken' | 'testSession'>;

/** Where the server's generated modules go: beside the code that checks tokens, or where an earlier run put them. */
export function serverModulePlaces(server: SurveyedServer | undefined, root: string): ServerModules {
  const place = placesBeside(server && { folder: server.home, like: server.app, files: server.files });
  return {
    sessionCookie: place(['session-cookie', 'session-cookies'], /\b(?:function|const) describeSession\b/),
    csrfCheck: place(['csrf-check', 'cross-site'], /refuseCrossSite\b[^\n]*\(req/),
    requireEnv: {
      ...place(['require-env', 'require-secret'], /function requireSecret\b/),
      ...(server && secretHome(server, root)),
    },
    csrfToken: place(['csrf-token', 'csrf-double-submit'], /function requireCsrfToken\b/),
    testSession: testModule(server, root),
  };
}

/** Where the client's generated modules go: beside the file through which its requests go. */
export function clientModulePlaces(
  client: SurveyedClient | undefined,
): Pick<ClientFacts, 'session' | 'seedSession'> & { sessionScript?: SessionScript } {
  const place = placesBeside(client && { folder: path.dirname(client.home.path), like: client.home, files: client.files });
  const session = place(SESSION_NAMES, /^export (?:async )?function rememberSession\b|^module\.exports = .*\brememberSession\b/m);
  return {
    session,
    ...(client?.classic && { sessionScript: scriptPlace(client, client.classic, session) }),
    seedSession: place(['seed-session', 'session-seed'], /function seedSession\b/),
  };
}

const SESSION_NAMES = ['session', 'app-session', 'auth-session'];

/** What an earlier run wrote into the session's script. */
const SESSION_SCRIPT = /^ *window\.([\w$]+) = \{[^}]*\brememberSession\b/m;

/** The session's script stands beside a script that uses it, under another name than the module. */
function scriptPlace(
  { files }: SurveyedClient,
  { folder, isAll }: NonNullable<SurveyedClient['classic']>,
  module: GeneratedModule,
): SessionScript {
  const made = files.find((file) => SESSION_SCRIPT.test(file.text));
  if (made) return { path: made.path, withExtension: true, global: SESSION_SCRIPT.exec(made.text)![1]! };
  const taken = (name: string): boolean => files.some(({ text }) => new RegExp(`(?<![\\w$])${name}(?![\\w$])`).test(text));
  const names = isAll ? SESSION_NAMES : SESSION_NAMES.filter((name) => path.join(folder, `${name}.js`) !== module.path);
  return {
    path: freshPath(folder, names, '.js'),
    withExtension: true,
    global: ['appSession', 'cookieSession', 'pageSession'].find((name) => !taken(name)) ?? 'httponlySession',
  };
}

/** A side of the app in which modules are generated. */
interface Side {
  readonly folder: string;
  /** The file whose language the modules share. */
  readonly like: SourceFile;
  readonly files: readonly SourceFile[];
}

/**
 * Finds places for the modules of a side.
 *
 * @returns Takes names for the module, of which the first that is free is taken, and by what one of an earlier run is known.
 */
function placesBeside(side: Side | undefined): (names: readonly string[], mark: RegExp) => GeneratedModule {
  if (!side) return (names) => ({ path: freshPath('/', names, '.js'), withExtension: false });
  const { folder, like, files } = side;
  const extension = extensionBeside(like);
  const withExtension = namesExtensions(like, files);
  return (names, mark) => ({ path: existingModule(files, mark) ?? freshPath(folder, names, extension), withExtension });
}

function extensionBeside(file: SourceFile): string {
  return formBeside(file).language === 'ts' ? '.ts' : '.js';
}

/** The module for tests stands where the tests that use it do; in a folder of Jest's own it would be taken for a test. */
function testModule(server: SurveyedServer | undefined, root: string): GeneratedModule {
  const all = server?.files.filter((file) => isTestFile(file.path, root)) ?? [];
  const asking = all.filter((file) => /supertest|chai-http/.test(file.text));
  // Some ask through a helper of the project.
  const tests = asking.length > 0 && all.every((file) => asking.includes(file) || !/\.body\b/.test(file.text)) ? asking : all;
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
function secretHome({ app, files }: SurveyedServer, root: string): { path: string } | undefined {
  const holder = files.find((file) => !isTestFile(file.path, root) && secretExposures(file).length > 0);
  if (!holder || existingModule(files, /function requireSecret\b/) !== undefined) return undefined;
  return { path: freshPath(path.dirname(holder.path), ['require-env', 'require-secret'], extensionBeside(app)) };
}

/** A module that an earlier run generated. */
function existingModule(files: readonly SourceFile[], mark: RegExp): string | undefined {
  return files.find((file) => mark.test(file.text) && /^\/\*\*/.test(file.text) && existsSync(file.path))?.path;
}
