import { existsSync } from 'node:fs';
import path from 'node:path';
import { parsesCookies } from '../apis/server/express-app.ts';
import { methodOf } from '../app/route.ts';
import type { CodemodContext } from '../codemods/define-codemod.ts';
import { storageExposures } from '../exposures/storage.ts';
import { isCredentialKey } from '../exposures/storage-keys.ts';
import { manifestOf } from '../syntax/package-manifest.ts';
import type { SessionClientFacts } from '../templates/session-client-facts.ts';
import { seedSessionModule } from '../templates/seed-session.ts';
import { sessionClientModule } from '../templates/session-client.ts';
import { importPath } from '../codemods/facts.ts';
import { besideSignIn, clientPath } from './endpoints.ts';
import { environmentExample, testSetup, variablesFor } from './environment-files.ts';
import type { Survey } from './migration-facts.ts';
import { nameOf } from './migration-facts.ts';
import { formBeside } from './packages.ts';
import type { PlannedFile } from './planned-file.ts';
import { serverModules } from './server-modules.ts';

/** What a migration adds to an app: modules, packages, lines of its environment. */
export interface GeneratedFiles {
  readonly files: readonly PlannedFile[];
  /** By the folder of the package.json. */
  readonly dependencies: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly environment: readonly string[];
}

/** Writes the modules that the changed files import, as far as they do, and names what those need. */
export function generatedModules(survey: Survey, contexts: readonly CodemodContext[], root: string): GeneratedFiles {
  const files: PlannedFile[] = [];
  const dependencies = new Map<string, Record<string, string>>();
  const environment: string[] = [];
  const add = (filePath: string, text: string, because: string): void => {
    if (!existsSync(filePath)) files.push({ path: filePath, before: undefined, after: text, because: [because] });
  };
  const names = (filePath: string): ReadonlySet<string> => importedFrom(contexts, filePath);
  const { server, client, facts } = survey;
  if (server) {
    const form = formBeside(server.app);
    const directory = manifestOf(server.app.path)?.directory;
    for (const { path: filePath, text, because } of serverModules(survey, { names, app: nameOf(root, server), form }))
      add(filePath, text, because);
    const parser =
      contexts.some(({ changes }) => changes.imports.some(({ source }) => source === 'cookie-parser')) || server.files.some(parsesCookies);
    const wantsToken = names(facts.server.csrfToken.path).size > 0;
    if (directory !== undefined && (parser || wantsToken)) {
      dependencies.set(directory, {
        ...(parser && { 'cookie-parser': '^1.4.7', ...(form.language === 'ts' && { '@types/cookie-parser': '^1.4.8' }) }),
        ...(wantsToken && { 'csrf-csrf': '^4.0.3' }),
      });
    }
    environment.push(...variablesFor(survey, contexts, names, directory));
    files.push(...environmentExample(directory, environment, survey.topology.developmentOrigin), ...testSetup(survey, contexts, directory));
  }
  const wanted = names(facts.client.session.path);
  const seeds = names(facts.client.seedSession.path).size > 0;
  if (client && (wanted.size > 0 || seeds)) {
    add(
      facts.client.session.path,
      sessionClientModule({
        ...clientFacts(survey, root),
        uses: { fetch: wanted.has('apiFetch'), axios: wanted.has('followSession'), hook: wanted.has('useSession'), seed: seeds },
        form: formBeside(client.home),
      }),
      'what pages know of the session',
    );
  }
  if (client && seeds) {
    add(
      facts.client.seedSession.path,
      seedSessionModule(
        importPath(facts.client.seedSession.path, facts.client.session),
        facts.server.csrf === 'token',
        formBeside(client.home),
      ),
      'sessions for tests',
    );
  }
  return { files, dependencies, environment };
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

function clientFacts({ client, server, facts }: Survey, root: string): Omit<SessionClientFacts, 'uses' | 'form'> {
  const base = client?.base;
  const at = (serverPath: string): string => clientPath(server, base, serverPath);
  const beside = (name: string): string => at(server?.signIn ? besideSignIn(server.signIn, name) : `/${name}`);
  const kept = new Map<string, { key: string; storage: 'localStorage' | 'sessionStorage'; isObject: boolean }>();
  const cookies = new Set<string>();
  for (const file of client?.files ?? []) {
    for (const { access, key } of storageExposures(file)) {
      if (key.text === undefined) continue;
      if (access.api.medium === 'script-cookie') cookies.add(key.text);
      else
        kept.set(`${access.storage} ${key.text}`, {
          key: key.text,
          storage: access.storage === 'sessionStorage' ? 'sessionStorage' : 'localStorage',
          isObject: !isCredentialKey(key.reading),
        });
    }
  }
  return {
    app: nameOf(root, server),
    isLinted: [client?.home.path, path.join(root, 'index.js')].some(
      (one) => one !== undefined && manifestOf(one)?.dependencies.has('eslint-plugin-httponly'),
    ),
    ...(base?.expression && { base: { expression: base.expression.text, imports: base.expression.imports } }),
    sessionPath: beside('session'),
    logoutPath: server?.signOut ? at(server.signOut.path) : beside('logout'),
    logoutMethod: server?.signOut ? methodOf(server.signOut) : 'POST',
    legacyKeys: [...kept.values()],
    legacyCookies: [...cookies],
    ...(facts.server.exchange && { exchangePath: beside('exchange') }),
    ...(server?.refresh &&
      server.renewal && {
        refreshPath: at(server.renewal.path),
        refreshMethod: methodOf(server.renewal),
      }),
    ...(facts.server.csrf === 'token' && { csrfPath: beside('csrf-token') }),
  };
}
