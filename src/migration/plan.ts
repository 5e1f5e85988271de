import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CodemodContext, Note } from '../codemods/define-codemod.ts';
import { applyTo, changesTo, codemodPage, contextOf } from '../codemods/define-codemod.ts';
import { codemods } from '../codemods/index.ts';
import { render } from '../edits/render.ts';
import { bearerExposures } from '../exposures/headers.ts';
import { clientsOf, requestsOf } from '../exposures/requests.ts';
import { storageExposures } from '../exposures/storage.ts';
import { parseFile } from '../parsing/parse.ts';
import { runtimeOf } from '../syntax/runtime.ts';
import { contains } from '../syntax/nodes.ts';
import { isTestOfPackage } from '../syntax/test-files.ts';
import { manifestOf } from '../syntax/package-manifest.ts';
import type { Settings } from '../syntax/settings.ts';
import { DEFAULT_SETTINGS } from '../syntax/settings.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf } from '../syntax/source-file.ts';
import { cleanGenerated } from '../project/clean-up.ts';
import { bridged, bridgedClient, bridgeOf, passOn } from '../project/cross-site.ts';
import { discover } from '../project/discover.ts';
import { generatedModules } from '../project/generated-modules.ts';
import type { MigrationOptions, Survey } from '../project/migration-facts.ts';
import { factsOf, surveyClient, topologyOf } from '../project/migration-facts.ts';
import { withDependencies } from '../project/package-json.ts';
import type { PlannedFile } from '../project/planned-file.ts';
import type { SkippedFile } from '../project/project.ts';
import { Project } from '../project/project.ts';
import { surveyServer } from '../project/server-survey.ts';

/** Everything that a migration would do, before it does it. */
export interface MigrationPlan {
  readonly root: string;
  readonly survey: Survey;
  readonly files: readonly PlannedFile[];
  /** What a person has to do, with the place. */
  readonly todos: readonly Note[];
  readonly skipped: readonly SkippedFile[];
  /** Why nothing is changed on a side that has something to change. */
  readonly refusals: readonly string[];
  /** What people who use the app will notice. */
  readonly effects: readonly string[];
  /** Packages that have to be installed, by the folder of their package.json. */
  readonly installs: readonly { readonly directory: string; readonly packages: readonly string[] }[];
  /** Lines for the environment of the server. */
  readonly environment: readonly string[];
}

export interface PlanOptions extends MigrationOptions {
  readonly settings?: Settings;
  /** Codemods to apply; all where there are none. */
  readonly only?: readonly string[];
}

/** The clients whose requests the codemod rewrites. */
const REWRITTEN: ReadonlySet<string> = new Set(['fetch', 'axios', 'xhr']);

/** Code that a server or client may have although none of our words stand in it: routers, providers. */
const STRUCTURE = /express|dotenv|Router\(|axios|createContext|createRoot|supertest/;

/**
 * Looks at a whole app and decides every edit. Pure: nothing is written, nothing of the project is executed.
 *
 * @param root Absolute.
 * @throws {Error} When the root cannot be read.
 */
export function planMigration(root: string, options: PlanOptions): MigrationPlan {
  const project = new Project(root, discover(root).files, options.settings ?? DEFAULT_SETTINGS);
  project.learn();
  const files = concernedFiles(project);
  const server = surveyServer(
    files.filter((file) => runtimeOf(file) === 'server'),
    root,
  );
  const ours = surveyClientFiles(files);
  const signInPaths = factsOf({
    root,
    server,
    client: undefined,
    topology: topologyOf(server, undefined),
    options,
    cookiesReadByScripts: new Set(),
  }).client.signInPaths;
  const surveyed = surveyClient(ours, root, signInPaths, server?.signIn?.path);
  const found = topologyOf(server, surveyed, options.topology);
  const bridge = bridgeOf(found, server, options);
  const topology = bridge ? bridged(found, bridge) : found;
  const client = bridge && surveyed ? bridgedClient(surveyed, bridge) : surveyed;
  const facts = factsOf({ root, server, client, topology, options, cookiesReadByScripts: cookiesReadBy(ours) });
  const survey: Survey = { topology, facts, ...(server && { server }), ...(client && { client }) };
  const refusals = refuse(survey, options);
  const notes: Note[] = [];
  const contexts = new Map<SourceFile, CodemodContext>();
  const touched = new Map<SourceFile, Set<string>>();
  const generated = new Set([
    facts.server.sessionCookie.path,
    facts.server.csrfCheck.path,
    facts.server.requireEnv.path,
    facts.server.csrfToken.path,
    facts.server.testSession.path,
    facts.client.session.path,
    facts.client.seedSession.path,
  ]);
  for (const codemod of Object.values(codemods)) {
    const { definition } = codemod;
    if (options.only && !options.only.includes(definition.name)) continue;
    if (refusals.length > 0 && definition.side === 'client') continue;
    const page = codemodPage(definition.name);
    const side = (definition.side === 'server' ? server?.files : client?.files) ?? [];
    const applied = side
      .filter((file) => !generated.has(file.path))
      .map((file) => {
        const known = contexts.get(file);
        const context = known
          ? { ...known, todo: contextOf(known.changes, facts, notes, page).todo }
          : contextOf(changesTo(file), facts, notes, page);
        if (!known) contexts.set(file, context);
        return context;
      });
    const before = new Map(applied.map(({ file, changes }) => [file, changes.size]));
    applyTo(definition, applied);
    for (const { file, changes } of applied)
      if (changes.size !== before.get(file)) touched.set(file, (touched.get(file) ?? new Set()).add(definition.name));
  }
  const passesOn = client && bridge && refusals.length === 0 && (options.phase === 'all' || options.phase === 'client');
  const passedOn = passesOn
    ? passOn(
        root,
        client,
        bridge,
        [...contexts.values()].filter(({ file }) => client.files.includes(file)),
      )
    : undefined;
  const written = writtenFiles(contexts, touched, project);
  const made = generatedModules(survey, [...contexts.values()], root);
  return {
    root,
    survey,
    files: [
      ...written,
      ...made.files,
      ...manifests(made.dependencies),
      ...(passedOn?.files ?? []),
      ...cleanGenerated(project, facts),
    ].toSorted((a, b) => a.path.localeCompare(b.path)),
    todos: notes
      .map((note) => ({ ...note, file: path.relative(root, note.file) }))
      .toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line),
    skipped: project.skipped,
    refusals: [...refusals, ...(passedOn?.missing ?? [])],
    effects: written.length + made.files.length > 0 ? effectsOf(survey, options) : [],
    installs: installsOf(made.dependencies, root),
    environment: made.environment,
  };
}

/** The files that a migration may concern: those that speak of credentials, and those that use what these export. */
function concernedFiles(project: Project): SourceFile[] {
  const found = new Set(project.files(STRUCTURE));
  // A helper's callers need not speak of tokens: `headers: authHeader()`.
  for (let round = 0; round < 2; round++) {
    const names = exportedNames([...found]);
    if (names.length === 0) break;
    const pattern = new RegExp(`\\b(?:${names.join('|')})\\b`);
    const before = found.size;
    for (const file of project.files(pattern)) found.add(file);
    if (found.size === before) break;
  }
  return [...found].toSorted((a, b) => a.path.localeCompare(b.path));
}

/** The names that files with credentials in them export. */
function exportedNames(files: readonly SourceFile[]): string[] {
  const names = new Set<string>();
  for (const file of files) {
    if (!/token|jwt|bearer|authorization/i.test(file.text)) continue;
    for (const statement of nodesOf(file, 'ExportNamedDeclaration')) {
      const { declaration } = statement;
      if (declaration && 'id' in declaration && declaration.id?.type === 'Identifier') names.add(declaration.id.name);
      if (declaration?.type === 'VariableDeclaration')
        for (const { id } of declaration.declarations) if (id.type === 'Identifier') names.add(id.name);
      for (const { exported } of statement.specifiers) if (exported.type === 'Identifier') names.add(exported.name);
    }
    const defaults = nodesOf(file, 'ExportDefaultDeclaration').map(({ declaration }) =>
      'id' in declaration && declaration.id?.type === 'Identifier'
        ? declaration.id.name
        : declaration.type === 'Identifier'
          ? declaration.name
          : undefined,
    );
    for (const name of defaults) if (name !== undefined) names.add(name);
    for (const match of file.text.matchAll(/(?:^|\s)(?:module\.)?exports\.(\w+)\s*=/g)) names.add(match[1]!);
    const whole = /module\.exports\s*=\s*\{([^}]*)\}/.exec(file.text)?.[1];
    for (const name of whole?.split(',') ?? []) if (/^\s*\w+\s*$/.test(name)) names.add(name.trim());
    names.add(file.path.replace(/^.*[/\\]/, '').replace(/\.[^.]+$/, ''));
  }
  return [...names]
    .filter((name) => name.length > 3 && /^[\w$]+$/.test(name) && name !== 'index' && name !== 'default')
    .map((name) => name.replaceAll('$', '\\$'));
}

/** Files of front ends: those that run in a browser, and those of which it is not known but that stand beside them. */
function surveyClientFiles(files: readonly SourceFile[]): SourceFile[] {
  const browsers = new Set(files.filter((file) => runtimeOf(file) === 'browser').map((file) => manifestOf(file.path)?.directory));
  return files.filter(
    (file) => runtimeOf(file) === 'browser' || (runtimeOf(file) === 'unknown' && browsers.has(manifestOf(file.path)?.directory)),
  );
}

/** Cookies that scripts read. */
function cookiesReadBy(files: readonly SourceFile[]): ReadonlySet<string> {
  return new Set(
    files.flatMap((file) =>
      storageExposures(file).flatMap(({ kind, key }) => (kind === 'cookie-read' && key.text !== undefined ? [key.text] : [])),
    ),
  );
}

/** A front end is not changed where no server of the repository could take its cookies. */
function refuse({ server, client, facts }: Survey, { phase }: MigrationOptions): string[] {
  const prepares = server?.hasSessions === true && !server.signIn && !existsSync(facts.server.sessionCookie.path);
  if (!client && prepares && (phase === 'all' || phase === 'server'))
    return [
      "No route was found that answers with a session's token. The server takes a cookie from now on, but nothing sets it yet: call setSessionCookie(res, token) where people sign in.",
    ];
  if (!client || phase === 'server' || phase === 'cleanup') return [];
  if (!server)
    return [
      'The front end is left as it is: there is no Express server in this repository that could set its cookies. Migrate the two together, or the server first.',
    ];
  const foreign = foreignClients(client.files);
  if (foreign.length > 0)
    return [
      `The front end is left as it is: it asks the API by ${foreign.join(' and ')}, which is not rewritten yet (fetch, axios and XMLHttpRequest are). \`httponly migrate --phase server\` moves the server alone, and pages keep working with the token until they are moved by hand.`,
    ];
  // Migrated already: the token is out of the answers.
  if (!server.signIn && existsSync(facts.client.session.path)) return [];
  if (!server.signIn)
    return [
      "The front end is left as it is: no route of the server was found that answers with a session's token, so there is none to turn into a cookie.",
    ];
  return [];
}

/** Clients that carry the token and that the codemod does not rewrite. */
function foreignClients(files: readonly SourceFile[]): string[] {
  const labels = files.flatMap((file) =>
    bearerExposures(file).flatMap(({ node, form }) => {
      if (form === 'slot' || isTestOfPackage(file.path)) return [];
      const owner = [...requestsOf(file), ...clientsOf(file)].find((one) => contains(one.node, node));
      return owner && !REWRITTEN.has(owner.api.id) ? [owner.api.label] : [];
    }),
  );
  return [...new Set(labels)];
}

function effectsOf({ client, topology }: Survey, { phase, exchange, noBearer }: PlanOptions): string[] {
  const touchesClient = client !== undefined && (phase === 'all' || phase === 'client');
  return [
    ...(touchesClient
      ? [
          exchange
            ? 'People stay signed in: a token that is stored is turned into a cookie once.'
            : 'Everybody signs in again, once: stored tokens are thrown away.',
        ]
      : []),
    ...(topology.topology === 'cross-site'
      ? [
          'The page and the API are on different sites, and browsers block third-party cookies: many people will not be able to sign in until both are served from one site.',
        ]
      : []),
    ...(noBearer ? ['Programs that send a Bearer token are refused.'] : []),
  ];
}

/** The files whose text changes; one that nothing is left of goes. */
function writtenFiles(
  contexts: ReadonlyMap<SourceFile, CodemodContext>,
  touched: ReadonlyMap<SourceFile, ReadonlySet<string>>,
  project: Project,
): PlannedFile[] {
  return [...contexts.values()].flatMap(({ file, changes }): PlannedFile[] => {
    const because = [...(touched.get(file) ?? [])];
    try {
      const after = render(changes);
      if (after === undefined) return [];
      if (project.isLossy(file.path)) throw new Error('its text is not UTF-8, and would not stay as it is');
      const isLeftEmpty = after.trim() === '' && file.text.trim() !== '';
      if (!isLeftEmpty) parseFile(file.path, after, { settings: file.settings });
      const mark = project.hadMark(file.path) ? '\uFEFF' : '';
      return [{ path: file.path, before: mark + file.text, after: isLeftEmpty ? undefined : mark + after, because }];
    } catch (error) {
      project.skip(file.path, `it could not be changed (${(error as Error).message})`);
      return [];
    }
  });
}

/** The packages that a package.json does not name yet. */
function installsOf(dependencies: ReadonlyMap<string, Readonly<Record<string, string>>>, root: string): MigrationPlan['installs'] {
  return [...dependencies].flatMap(([directory, packages]) => {
    const known = manifestOf(path.join(directory, 'index.js'))?.dependencies;
    const missing = Object.keys(packages).filter((name) => !known?.has(name));
    return missing.length === 0 ? [] : [{ directory: path.relative(root, directory) || '.', packages: missing }];
  });
}

function manifests(dependencies: ReadonlyMap<string, Readonly<Record<string, string>>>): PlannedFile[] {
  return [...dependencies].flatMap(([directory, packages]): PlannedFile[] => {
    const file = path.join(directory, 'package.json');
    if (!existsSync(file)) return [];
    const before = readFileSync(file, 'utf8');
    const types = Object.fromEntries(Object.entries(packages).filter(([name]) => name.startsWith('@types/')));
    const others = Object.fromEntries(Object.entries(packages).filter(([name]) => !name.startsWith('@types/')));
    const after = withDependencies(withDependencies(before, 'dependencies', others), 'devDependencies', types);
    return after === before ? [] : [{ path: file, before, after, because: ['dependencies'] }];
  });
}
