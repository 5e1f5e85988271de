import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parsesCookies } from '../apis/server/express-app.ts';
import type { CodemodContext } from '../codemods/define-codemod.ts';
import { storageExposures } from '../exposures/storage.ts';
import { isCredentialKey } from '../exposures/storage-keys.ts';
import { manifestOf } from '../syntax/package-manifest.ts';
import { csrfCheckModule } from '../templates/csrf-check.ts';
import { requireEnvModule } from '../templates/require-env.ts';
import type { SessionClientFacts } from '../templates/session-client.ts';
import { seedSessionModule } from '../templates/seed-session.ts';
import { sessionClientModule } from '../templates/session-client.ts';
import { sessionCookieModule } from '../templates/session-cookie.ts';
import { lineEndOf } from '../edits/style.ts';
import { importPath } from '../codemods/facts.ts';
import type { Survey } from './migration-facts.ts';
import { nameOf } from './migration-facts.ts';
import { formBeside } from './packages.ts';
import type { PlannedFile } from './plan.ts';

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
  const { server, client, facts, topology } = survey;
  if (server) {
    const form = formBeside(server.app);
    const directory = manifestOf(server.app.path)?.directory;
    if (names(facts.server.sessionCookie.path).size > 0) {
      add(facts.server.sessionCookie.path, sessionCookieModule({
        app: nameOf(root, server),
        sameSite: facts.server.sameSite,
        verifyArguments: server.verify?.text ?? 'process.env.JWT_SECRET',
        imports: server.verify?.imports ?? [],
        scheme: server.scheme,
        ...(facts.server.customHeader !== undefined && { customHeader: facts.server.customHeader }),
        form,
      }), 'the session\'s cookie');
    }
    if (names(facts.server.csrfCheck.path).size > 0) {
      add(facts.server.csrfCheck.path, csrfCheckModule({ ...(topology.developmentOrigin !== undefined && { developmentOrigin: topology.developmentOrigin }), isCrossOriginInProduction: topology.isCrossOriginInProduction, form }), 'the check of where requests come from');
      if (topology.isCrossOriginInProduction) environment.push('CLIENT_ORIGIN=https://app.example.com');
    }
    if (names(facts.server.requireEnv.path).size > 0) add(facts.server.requireEnv.path, requireEnvModule(form), 'secrets from the environment');
    const parser = contexts.some(({ changes }) => changes.imports.some(({ source }) => source === 'cookie-parser')) || server.files.some(parsesCookies);
    if (directory !== undefined && parser) dependencies.set(directory, { 'cookie-parser': '^1.4.7', ...(form.language === 'ts' && { '@types/cookie-parser': '^1.4.8' }) });
    files.push(...environmentExample(directory, environment));
  }
  const wanted = names(facts.client.session.path);
  const seeds = names(facts.client.seedSession.path).size > 0;
  if (client && (wanted.size > 0 || seeds)) {
    add(facts.client.session.path, sessionClientModule({ ...clientFacts(survey, root), uses: { fetch: wanted.has('apiFetch'), axios: wanted.has('followSession'), hook: wanted.has('useSession') }, form: formBeside(client.home) }), 'what pages know of the session');
  }
  if (client && seeds) {
    add(facts.client.seedSession.path, seedSessionModule(importPath(facts.client.seedSession.path, facts.client.session), formBeside(client.home)), 'sessions for tests');
  }
  return { files, dependencies, environment };
}

/** The names that changed files import of a generated module. */
function importedFrom(contexts: readonly CodemodContext[], filePath: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { file, changes, facts } of contexts) {
    for (const { source, imported } of changes.imports) {
      const modules = [facts.server.sessionCookie, facts.server.csrfCheck, facts.server.requireEnv, facts.client.session, facts.client.seedSession];
      if (modules.some((module) => module.path === filePath && importPath(file.path, module) === source)) names.add(imported);
    }
  }
  return names;
}

function clientFacts({ client, server, facts }: Survey, root: string): Omit<SessionClientFacts, 'uses' | 'form'> {
  const base = client?.base;
  const signIn = base?.signInPath ?? server?.signIn?.path ?? '/login';
  const beside = (name: string): string => slash(base?.literal, signIn.replace(/[?#].*$/, '').replace(/[^/]*$/, name));
  const kept = new Map<string, { key: string; storage: 'localStorage' | 'sessionStorage'; isObject: boolean }>();
  const cookies = new Set<string>();
  for (const file of client?.files ?? []) {
    for (const { access, key } of storageExposures(file)) {
      if (key.text === undefined) continue;
      if (access.api.medium === 'script-cookie') cookies.add(key.text);
      else kept.set(`${access.storage} ${key.text}`, { key: key.text, storage: access.storage === 'sessionStorage' ? 'sessionStorage' : 'localStorage', isObject: !isCredentialKey(key.reading) });
    }
  }
  return {
    app: nameOf(root, server),
    ...(base?.expression && { base: { expression: base.expression.text, imports: base.expression.imports } }),
    sessionPath: beside('session'),
    logoutPath: beside('logout'),
    logoutMethod: 'POST',
    legacyKeys: [...kept.values()],
    legacyCookies: [...cookies],
    ...(facts.server.csrf === 'token' && { csrfPath: beside('csrf-token') }),
  };
}

/** A base without a slash at its end and a path without one at its start need one between them. */
function slash(base: string | undefined, routePath: string): string {
  if (base === undefined) return routePath;
  if (base.endsWith('/') && routePath.startsWith('/')) return routePath.slice(1);
  return routePath.startsWith('/') || base.endsWith('/') ? routePath : `/${routePath}`;
}

/** `.env.example` gains the variables that are new. */
function environmentExample(directory: string | undefined, lines: readonly string[]): PlannedFile[] {
  const file = directory === undefined ? undefined : path.join(directory, '.env.example');
  if (file === undefined || lines.length === 0 || !existsSync(file)) return [];
  const before = readFileSync(file, 'utf8');
  const lineEnd = lineEndOf(before);
  const missing = lines.filter((line) => !new RegExp(`^#?\\s*${line.split('=')[0]!}=`, 'm').test(before));
  if (missing.length === 0) return [];
  return [{ path: file, before, after: `${before}${before.endsWith('\n') || before === '' ? '' : lineEnd}${missing.map((line) => line + lineEnd).join('')}`, because: ['environment'] }];
}
