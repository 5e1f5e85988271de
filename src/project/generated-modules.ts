import { isServerRendered } from '../apis/pages/server-rendering.ts';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parsesCookies } from '../apis/server/express-app.ts';
import type { Route } from '../app/route.ts';
import { clientsOf, requestsOf } from '../app/requests.ts';
import { methodOf } from '../app/route.ts';
import type { CodemodContext } from '../codemods/define-codemod.ts';
import { manifestOf } from '../syntax/package-manifest.ts';
import type { SessionClientFacts } from '../templates/session-client-facts.ts';
import { seedSessionModule } from '../templates/seed-session.ts';
import { sessionClientModule } from '../templates/session-client.ts';
import { importPath } from '../codemods/facts.ts';
import { besideSignIn, clientPath, endsAsSet } from './endpoints.ts';
import { environmentExample, testSetup, variablesFor } from './environment-files.ts';
import type { SurveyedClient } from './client-survey.ts';
import type { Survey } from './migration-facts.ts';
import { nameOf } from './migration-facts.ts';
import { keptTokens } from './legacy-keys.ts';
import { formBeside, formOfPages } from './packages.ts';
import type { PlannedFile } from './planned-file.ts';
import type { GeneratedText } from './server-modules.ts';
import { serverModules } from './server-modules.ts';
import type { SurveyedServer } from './server-survey.ts';

/** What a migration adds to an app: modules, packages, lines of its environment. */
export interface GeneratedFiles {
  readonly files: readonly PlannedFile[];
  /** By the folder of the package.json. */
  readonly dependencies: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly environment: readonly string[];
}

/**
 * Writes the modules that the changed files import, as far as they do, and names what those need.
 *
 * @param ofScript What classic scripts use of the session's script.
 */
export function generatedModules(
  survey: Survey,
  contexts: readonly CodemodContext[],
  root: string,
  ofScript: ReadonlySet<string>,
): GeneratedFiles {
  const names = (filePath: string): ReadonlySet<string> =>
    filePath === survey.facts.client.sessionScript?.path ? ofScript : importedFrom(contexts, filePath);
  const onServer = survey.server && serverFiles(survey, survey.server, contexts, root, names);
  return {
    files: [...(onServer?.files ?? []), ...(survey.client ? newFiles(clientModules(survey, survey.client, root, names)) : [])],
    dependencies: onServer?.dependencies ?? new Map(),
    environment: onServer?.environment ?? [],
  };
}

/** The names that changed files import of a module, by its path. */
type ImportedNames = (filePath: string) => ReadonlySet<string>;

/** Modules that are not there yet, as files of the plan. */
function newFiles(modules: readonly GeneratedText[]): PlannedFile[] {
  return modules
    .filter(({ path: filePath }) => !existsSync(filePath))
    .map(({ path: filePath, text, because }) => ({ path: filePath, before: undefined, after: text, because: [because] }));
}

/** What the server's half needs: its modules, their packages, its environment. */
function serverFiles(
  survey: Survey,
  server: SurveyedServer,
  contexts: readonly CodemodContext[],
  root: string,
  names: ImportedNames,
): GeneratedFiles {
  const form = formBeside(server.app);
  const directory = manifestOf(server.app.path)?.directory;
  const environment = variablesFor(survey, contexts, names, directory);
  const packages = packagesOf(survey, server, contexts, names);
  return {
    files: [
      ...newFiles(serverModules(survey, { names, app: nameOf(root, server), form })),
      ...environmentExample(directory, environment, survey.topology.developmentOrigin),
      ...testSetup(survey, contexts, directory),
    ],
    dependencies: new Map(directory !== undefined && packages ? [[directory, packages]] : []),
    environment,
  };
}

/** The packages that the server's modules need, with their versions. */
function packagesOf(
  { facts }: Survey,
  server: SurveyedServer,
  contexts: readonly CodemodContext[],
  names: ImportedNames,
): Record<string, string> | undefined {
  const needsParser =
    contexts.some(({ changes }) => changes.imports.some(({ source }) => source === 'cookie-parser')) || server.files.some(parsesCookies);
  const needsToken = names(facts.server.csrfToken.path).size > 0;
  if (!needsParser && !needsToken) return undefined;
  return {
    ...(needsParser && { 'cookie-parser': '^1.4.7' }),
    ...(needsParser && formBeside(server.app).language === 'ts' && { '@types/cookie-parser': '^1.4.8' }),
    ...(needsToken && { 'csrf-csrf': '^4.0.3' }),
  };
}

/** The modules that the client's changed files import. */
function clientModules(survey: Survey, client: SurveyedClient, root: string, names: ImportedNames): GeneratedText[] {
  const { session, seedSession, sessionScript } = survey.facts.client;
  const wanted = names(session.path);
  const seeds = names(seedSession.path).size > 0;
  const form = formOfPages(client.home);
  const modules: GeneratedText[] = [];
  const used = sessionScript ? names(sessionScript.path) : new Set<string>();
  if (sessionScript && client.classic && used.size > 0) {
    const { style } = formBeside(client.classic.home);
    const text = sessionClientModule({
      ...clientFacts(survey, root),
      uses: { ...usesOf(used, false), requests: handsRequestsOver(client) },
      form: { language: 'js', modules: 'script', global: sessionScript.global, style },
    });
    modules.push({ path: sessionScript.path, text, because: 'what pages know of the session' });
  }
  if (session.path !== sessionScript?.path && (wanted.size > 0 || seeds)) {
    const text = sessionClientModule({
      ...clientFacts(survey, root),
      uses: { ...usesOf(wanted, seeds), requests: handsRequestsOver(client) },
      form,
    });
    modules.push({ path: session.path, text, because: 'what pages know of the session' });
  }
  if (seeds) {
    const has = { csrfToken: survey.facts.server.csrf === 'token', user: wanted.has('currentUser') };
    const text = seedSessionModule(importPath(seedSession.path, session), has, form);
    modules.push({ path: seedSession.path, text, because: 'sessions for tests' });
  }
  return modules;
}

/** Whether requests are made before they are sent by the session's function: by RTK Query, by `new Request(url, init)`. */
function handsRequestsOver({ files }: SurveyedClient): boolean {
  return files.some(
    (file) =>
      clientsOf(file).some(({ api }) => api.session?.form === 'given') ||
      requestsOf(file).some(({ api, node }) => node.type === 'NewExpression' && api.session?.form === 'sent for it'),
  );
}

function usesOf(names: ReadonlySet<string>, seed: boolean): SessionClientFacts['uses'] {
  return {
    fetch: names.has('apiFetch'),
    axios: names.has('followSession'),
    hook: names.has('useSession'),
    told: names.has('sessionChanged'),
    end: names.has('sessionEndsAt'),
    refused: names.has('endRefusedSession'),
    key: names.has('SESSION_KEY'),
    user: names.has('currentUser'),
    seed,
  };
}

/** The names that changed files import of a generated module. */
function importedFrom(contexts: readonly CodemodContext[], filePath: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { file, changes, facts } of contexts) {
    for (const { source, imported } of changes.imports) {
      const modules = [
        facts.server.sessionCookie,
        facts.server.csrfCheck,
        facts.server.csrfToken,
        facts.server.requireEnv,
        facts.server.testSession,
        facts.client.session,
        facts.client.seedSession,
      ];
      if (modules.some((module) => module.path === filePath && importPath(file.path, module) === source)) names.add(imported);
    }
  }
  return names;
}

/** `??` stands beside no other operator without them. */
function inParentheses(expression: string): string {
  return /^[\w$.]+$/.test(expression) ? expression : `(${expression})`;
}

function clientFacts({ client, server, facts }: Survey, root: string): Omit<SessionClientFacts, 'uses' | 'form'> {
  const base = client?.base;
  const isStripped = base !== undefined && endsAsSet(base);
  const at = (serverPath: string): string => clientPath(server, base, serverPath).replace(/^(?!\/)/, isStripped ? '/' : '');
  const beside = (name: string): string => at(server?.signIn ? besideSignIn(server.signIn, name) : `/${name}`);
  return {
    app: nameOf(root, server),
    isLinted: [client?.home.path, path.join(root, 'index.js')].some(
      (one) => one !== undefined && manifestOf(one)?.dependencies.has('eslint-plugin-httponly'),
    ),
    isServerRendered: drawsOnServer(client),
    ...(base?.expression && {
      base: {
        expression: isStripped ? `(${inParentheses(base.expression.text)} ?? '').replace(/\\/$/, '')` : base.expression.text,
        imports: base.expression.imports,
      },
    }),
    sessionPath: beside('session'),
    envelopes: facts.client.envelopes,
    ...signOutRequest(server?.signOut, at, beside),
    ...keptTokens(client?.files ?? []),
    renewsItself: facts.client.renewsItself,
    ...(facts.server.exchange && { exchangePath: beside('exchange') }),
    ...(server?.refresh && server.renewal && { refreshPath: at(server.renewal.path), refreshMethod: methodOf(server.renewal) }),
    ...(facts.server.csrf === 'token' && { csrfPath: beside('csrf-token') }),
  };
}

function drawsOnServer(client: SurveyedClient | undefined): boolean {
  const manifest = client && manifestOf(client.home.path);
  return manifest !== undefined && isServerRendered(manifest.dependencies);
}

/** How pages sign out: by the app's own route, else by the one that is added. */
function signOutRequest(
  signOut: Route | undefined,
  at: (serverPath: string) => string,
  beside: (name: string) => string,
): Pick<SessionClientFacts, 'logoutPath' | 'logoutMethod'> {
  return signOut
    ? { logoutPath: at(signOut.path), logoutMethod: methodOf(signOut) }
    : { logoutPath: beside('logout'), logoutMethod: 'POST' };
}
