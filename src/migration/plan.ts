import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SERVER_CREATION } from '../apis/apps/index.ts';
import type { CodemodContext, Note } from '../codemods/define-codemod.ts';
import { applyTo, changesTo, codemodPage, contextOf } from '../codemods/define-codemod.ts';
import { codemods } from '../codemods/index.ts';
import { cleanGenerated } from '../project/clean-up.ts';
import type { MigrationFacts } from '../codemods/facts.ts';
import type { Changes } from '../edits/changes.ts';
import { passOn } from '../project/cross-site.ts';
import { discover } from '../project/discover.ts';
import { generatedModules } from '../project/generated-modules.ts';
import type { MigrationOptions, Survey } from '../project/migration-facts.ts';
import { withDependencies } from '../project/package-json.ts';
import type { PlannedFile } from '../project/planned-file.ts';
import { Project } from '../project/project.ts';
import type { LoadedScript } from '../project/session-script.ts';
import { loadSessionScript } from '../project/session-script.ts';
import { manifestOf } from '../syntax/package-manifest.ts';
import type { Settings } from '../syntax/settings.ts';
import { DEFAULT_SETTINGS } from '../syntax/settings.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { checkedResult } from './checked.ts';
import { unparsable } from './checks/parses.ts';
import type { Refusal } from './refusal.ts';
import { effectsOf } from './effects.ts';
import type { Leftover, MigrationPlan } from './migration-plan.ts';
import { refusalsOf } from './refusals.ts';
import { unparsableSources, unsound, withoutScript } from './refused-files.ts';
import type { SurveyedApp } from './survey.ts';
import { surveyApp } from './survey.ts';
import { lateEnvironment } from './late-environment.ts';
import { otherLocalSites } from './local-sites.ts';
import { unreadTemplates } from './unread-templates.ts';
import { wholeOrNothing } from './whole.ts';
import { writtenFiles } from './written-files.ts';
import { planClientSession } from './client-session-plan.ts';
import { planCookieSession } from './cookie-session-plan.ts';

export interface PlanOptions extends MigrationOptions {
  readonly settings?: Settings;
  /** Codemods to apply; all where there are none. */
  readonly only?: readonly string[];
}

/** A migration as it is where nothing else is said. */
export const DEFAULT_PLAN: PlanOptions = { phase: 'all', csrf: 'origin', exchange: false, tokenEndpoint: false, noBearer: false };

/**
 * Looks at a whole app and decides every edit. Pure: nothing is written, nothing of the project is executed.
 *
 * @param root Absolute.
 * @throws {Error} When the root cannot be read.
 */
export function planMigration(root: string, options: PlanOptions): MigrationPlan {
  const project = new Project(root, discover(root).files, options.settings ?? DEFAULT_SETTINGS);
  project.learn();
  const ofSession = isAsked(options, 'next-auth-session') ? sessionPlan(project, options) : undefined;
  if (ofSession) return ofSession;
  const app = surveyApp(project, options);
  const creations = (): SourceFile[] => [...new Set([...app.files, ...project.files(SERVER_CREATION)])];
  const refusals = [...unparsableSources(project), ...refusalsOf({ root, survey: app.survey, options, files: creations })];
  if (refusals.length > 0) return refused(project, app.survey, refusals);
  const plan = decided(project, app, options);
  return options.withMarks ? plan : wholeOrNothing(plan);
}

/** The part of {@link planMigration} that is about the session of NextAuth. @returns Nothing where no session gives pages a token. */
export function planSessions(root: string, options: PlanOptions): MigrationPlan | undefined {
  const project = new Project(root, discover(root).files, options.settings ?? DEFAULT_SETTINGS);
  project.learn();
  return sessionPlan(project, options);
}

function sessionPlan(project: Project, options: PlanOptions): MigrationPlan | undefined {
  const plan = options.cookie
    ? planCookieSession(project, options, () => {
        // Pages ask the backend at its own address, whatever is found of where they ask now.
        const backend: PlanOptions = { topology: 'same-site', ...options, phase: 'server' };
        return decided(project, surveyApp(project, backend), backend);
      })
    : planClientSession(project, options);
  return plan && !options.withMarks ? wholeOrNothing(plan) : plan;
}

function isAsked({ only }: PlanOptions, codemod: string): boolean {
  return !only || only.includes(codemod);
}

/** A plan that writes nothing, and why. */
function refused(project: Project, survey: Survey, refusals: readonly Refusal[]): MigrationPlan {
  const nothing = { files: [], todos: [], left: [], effects: [], installs: [], environment: [] };
  return { root: project.root, survey, skipped: project.skipped, refusals, ...nothing };
}

/** What the codemods make of an app's own files, and what they leave. */
interface Edits {
  readonly script: LoadedScript | undefined;
  readonly contexts: ReadonlyMap<SourceFile, CodemodContext>;
  readonly notes: readonly Note[];
  readonly passedOn: ReturnType<typeof passOn> | undefined;
  readonly files: readonly PlannedFile[];
  readonly refusals: readonly Refusal[];
}

function editsOf(project: Project, { survey, bridge }: SurveyedApp, options: PlanOptions): Edits {
  const { client } = survey;
  const notes: Note[] = [];
  const { contexts, touched } = appliedCodemods(survey, options, notes);
  const changesFor =
    (because: string) =>
    (file: SourceFile): Changes => {
      let context = contexts.get(file);
      if (!context) contexts.set(file, (context = contextOf(changesTo(file), survey.facts, [], '')));
      touched.set(file, (touched.get(file) ?? new Set()).add(because));
      return context.changes;
    };
  const script = scriptFor(project, survey, contexts, changesFor('bearer-to-cookie'));
  const passedOn =
    client && bridge && (options.phase === 'all' || options.phase === 'client')
      ? passOn(project, client, bridge, changesFor('one origin for page and API'))
      : undefined;
  return { contexts, notes, passedOn, script, ...writtenFiles(contexts, touched, project) };
}

/** Has pages load the session's script, where their scripts are classic ones. */
function scriptFor(
  project: Project,
  { facts, client }: Survey,
  contexts: Contexts,
  changesOf: (file: SourceFile) => Changes,
): LoadedScript | undefined {
  const { sessionScript } = facts.client;
  if (!sessionScript || !client?.classic) return undefined;
  const { paths, served } = client.classic;
  const scripts = [...contexts.values()].filter(({ file }) => paths.has(file.path));
  return loadSessionScript(project, sessionScript, scripts, served, changesOf);
}

/** A plan with every edit. */
function decided(project: Project, app: SurveyedApp, options: PlanOptions): MigrationPlan {
  const { root } = project;
  const { survey, files: concerned } = app;
  const { facts } = survey;
  const { contexts, notes, passedOn, script, files: written, refusals } = editsOf(project, app, options);
  const unaddressed = script?.unaddressed.map((one) => withoutScript(root, one)) ?? [];
  if (refusals.length + unaddressed.length > 0) return refused(project, survey, [...refusals, ...unaddressed]);
  const made = generatedModules(survey, [...contexts.values()], root, script?.names ?? new Set());
  const files = [
    ...written,
    ...made.files,
    ...manifests(made.dependencies),
    ...(passedOn?.files ?? []),
    ...cleanGenerated(project, facts),
  ].toSorted((a, b) => a.path.localeCompare(b.path));
  const settings = options.settings ?? DEFAULT_SETTINGS;
  const {
    stopping,
    left,
    project: result,
  } = checkedResult({ survey, options, settings, planned: files, before: project, files: concerned });
  const reasons = [...stopping.map(unsound), ...unreadTemplates(root, files, options.phase)];
  if (reasons.length > 0) return refused(project, survey, reasons);
  return {
    root,
    survey,
    files,
    todos: notes
      .map((note) => ({ ...note, file: path.relative(root, note.file) }))
      .toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line),
    left: [
      ...guessedTopology(project, survey, options),
      ...(files.length > 0 ? [...otherLocalSites(survey, options.phase), ...lateEnvironment(root, survey, options.phase)] : []),
      ...(passedOn?.missing ?? []).map((text) => ({ kind: 'hosting' as const, text })),
      ...left,
      ...(result && files.length > 0 ? secondPlan(result, options) : []),
    ],
    skipped: project.skipped,
    refusals: [],
    effects: effectsOf({ root, survey, options, files }),
    installs: installsOf(made.dependencies, root),
    environment: made.environment,
  };
}

/** What a second run would still change: then the first has not seen something for what it is. */
export function secondPlan(result: Project, options: PlanOptions): Leftover[] {
  const { files } = editsOf(result, surveyApp(result, options), options);
  return files.map(({ path: file, before = '', after = '', because }) => {
    const name = path.relative(result.root, file);
    const text = `a second run would change this again (${because.join(', ')}): look at it before you trust it.`;
    return { kind: 'second plan', file: name, line: firstDifference(before, after), text };
  });
}

/** The line at which two texts part, counting from 1. */
function firstDifference(one: string, other: string): number {
  const [lines, others] = [one.split('\n'), other.split('\n')];
  return lines.findIndex((line, i) => line !== others[i]) + 1 || lines.length;
}

/** Pages that are changed although nothing says at which address they ask the API. */
function guessedTopology({ root }: Project, { client, server, topology }: Survey, { phase }: PlanOptions): Leftover[] {
  if (!topology.isGuess || !client || !server?.signIn || phase === 'server' || phase === 'cleanup') return [];
  const text =
    `it was not found at which address pages ask for ${server.signIn.path}, so they are taken to be of the API's own ` +
    'origin. Say it with --api-origin, or --topology same-origin where they are.';
  return [{ kind: 'topology', file: path.relative(root, client.home.path), line: 1, text }];
}

/** The same plan, or a refusal where a text of it does not parse: for texts that another program had a hand in. */
export function stillParsing(plan: MigrationPlan): MigrationPlan {
  const broken = [...unparsable(plan.root, plan.files)];
  return broken.length === 0
    ? plan
    : { ...plan, files: [], todos: [], left: [], effects: [], installs: [], environment: [], refusals: broken.map(unsound) };
}

type Contexts = Map<SourceFile, CodemodContext>;

/** The codemods that had a part in a file. */
type Touched = Map<SourceFile, Set<string>>;

/** Runs the codemods over each side's files, one after the other over the same changes. */
function appliedCodemods(
  { server, client, facts }: Survey,
  { only }: PlanOptions,
  notes: Note[],
): { readonly contexts: Contexts; readonly touched: Touched } {
  const contexts = new Map<SourceFile, CodemodContext>();
  const touched = new Map<SourceFile, Set<string>>();
  const { sessionCookie, csrfCheck, requireEnv, csrfToken, testSession } = facts.server;
  const { session, seedSession, sessionScript } = facts.client;
  const generated = new Set(
    [sessionCookie, csrfCheck, requireEnv, csrfToken, testSession, session, seedSession, ...(sessionScript ? [sessionScript] : [])].map(
      (one) => one.path,
    ),
  );
  const factsFor = ({ path: file }: SourceFile): MigrationFacts =>
    sessionScript && client?.classic?.paths.has(file) ? { ...facts, client: { ...facts.client, session: sessionScript } } : facts;
  for (const { definition } of Object.values(codemods)) {
    if (only && !only.includes(definition.name)) continue;
    const page = codemodPage(definition.name);
    const side = (definition.side === 'server' ? server?.files : client?.files) ?? [];
    const applied = side
      .filter((file) => !generated.has(file.path))
      .map((file) => {
        const known = contexts.get(file);
        const context = known
          ? { ...known, todo: contextOf(known.changes, known.facts, notes, page).todo }
          : contextOf(changesTo(file), factsFor(file), notes, page);
        if (!known) contexts.set(file, context);
        return context;
      });
    const before = new Map(applied.map(({ file, changes }) => [file, changes.size]));
    applyTo(definition, applied);
    for (const { file, changes } of applied)
      if (changes.size !== before.get(file)) touched.set(file, (touched.get(file) ?? new Set()).add(definition.name));
  }
  return { contexts, touched };
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
