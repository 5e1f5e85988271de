import { existsSync } from 'node:fs';
import path from 'node:path';
import type { CodemodContext, Note } from '../codemods/define-codemod.ts';
import { changesTo, codemodPage, contextOf } from '../codemods/define-codemod.ts';
import type { Backend } from '../codemods/client-session/addresses.ts';
import type { SessionOutcome } from '../codemods/client-session/rewrite-sessions.ts';
import { rewriteSessions } from '../codemods/client-session/rewrite-sessions.ts';
import { renewsToken, shareRenewals } from '../codemods/client-session/shared-renewals.ts';
import type { BackendCookieFacts, GeneratedModule } from '../codemods/facts.ts';
import { importPath } from '../codemods/facts.ts';
import type { LeftReason } from '../codemods/left-reasons.ts';
import type { SurveyedSession } from '../project/client-session-survey.ts';
import { handlerOf, surveySession } from '../project/client-session-survey.ts';
import type { MigrationOptions, Survey } from '../project/migration-facts.ts';
import { factsOf } from '../project/migration-facts.ts';
import { formBeside } from '../project/packages.ts';
import type { PlannedFile } from '../project/planned-file.ts';
import type { Project } from '../project/project.ts';
import type { Node } from '../syntax/nodes.ts';
import type { Settings } from '../syntax/settings.ts';
import { DEFAULT_SETTINGS } from '../syntax/settings.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { textOf } from '../syntax/source-file.ts';
import { backendCookiesModule } from '../templates/backend-cookies.ts';
import { backendPagesModule, backendRouteModule } from '../templates/backend-proxy.ts';
import { backendTokenModule } from '../templates/backend-token.ts';
import type { ModuleForm } from '../templates/module.ts';
import { renewedOnceModule } from '../templates/renewed-once.ts';
import { checkedResult } from './checked.ts';
import type { Leftover, MigrationPlan } from './migration-plan.ts';
import type { Refusal } from './refusal.ts';
import { unparsableSources, unsound } from './refused-files.ts';
import { writtenFiles } from './written-files.ts';

/** What a user may decide about the session of NextAuth. */
export type SessionOptions = MigrationOptions & { readonly settings?: Settings; readonly only?: readonly string[] };

const NAME = 'next-auth-session';

/**
 * Plans how a backend's token leaves the session that NextAuth sends to pages.
 *
 * @param backend Where the backend sets it as a cookie; otherwise a route of the app adds it to requests.
 * @returns Nothing where no session has one.
 */
export function planClientSession(
  project: Project,
  options: SessionOptions,
  backend?: Omit<BackendCookieFacts, 'module'>,
): MigrationPlan | undefined {
  const surveyed = surveySession(project, backend);
  if (!surveyed) return undefined;
  const survey = surveyOf(project, surveyed, options);
  const broken = unparsableSources(project);
  if (broken.length > 0) return nothing(project, survey, surveyed, broken);
  const edits = editsOf(project, surveyed, survey);
  if (edits.refusals.length > 0) return nothing(project, survey, surveyed, edits.refusals);
  return checkedPlan(project, surveyed, survey, edits, options);
}

/** What the codemod makes of an app, and what is generated for it. */
interface SessionEdits {
  readonly files: readonly PlannedFile[];
  readonly notes: readonly Note[];
  readonly refusals: readonly Refusal[];
  readonly outcome: SessionOutcome | undefined;
}

function editsOf(project: Project, surveyed: SurveyedSession, survey: Survey): SessionEdits {
  const notes: Note[] = [];
  const contexts = new Map<SourceFile, CodemodContext>(
    surveyed.files.map((file) => [file, contextOf(changesTo(file), survey.facts, notes, codemodPage(NAME))]),
  );
  const outcome = rewriteSessions(contexts, surveyed.facts);
  if (outcome) leaveUnfit(outcome, surveyed, contexts);
  const touched = new Map(surveyed.files.map((file) => [file, new Set([NAME])]));
  const written = writtenFiles(contexts, touched, project);
  const made = outcome ? generated(outcome, surveyed, contexts) : [];
  return { files: [...written.files, ...made], notes, refusals: written.refusals, outcome };
}

const BASE_PATH =
  'Next serves the app below a path of its own (basePath), which requests to the generated route would have to begin with. ' +
  'Ask it by that path by hand.';
const IN_MIDDLEWARE =
  'middleware reads the token here, which the jwt callback renews. It cannot ask for a renewal: pass the request on to a route that does.';
const OF_REQUEST =
  'the server reads the token here out of the cookie that a request came with, and the jwt callback renews it: once it is due, the old ' +
  'one is read. Ask the generated route, or read the token after the callback has run.';
const TWICE =
  'the server reads the token here, which the jwt callback renews. Asked for the session and for the token, it would renew twice in a ' +
  'request, and the second time fails where a refresh token is good for one use. Renew in one place, and share what came of it.';
const SLASHES =
  'Next puts a slash at the end of every address here (trailingSlash), and the backend would be asked with it. ' +
  'Set skipTrailingSlashRedirect, or ask the backend so.';
const SECRET =
  'the secret that the session is encrypted with is written here in a way that cannot be written again. Take it from the environment.';
const RENEWAL =
  'the jwt callback renews the token, and the route of NextAuth gives no GET handler that could be asked for it. ' +
  'Export one from a route of the app folder: `export { handler as GET, handler as POST }`.';

/** What of an app the generated files could not serve. */
function leaveUnfit(outcome: SessionOutcome, surveyed: SurveyedSession, contexts: ReadonlyMap<SourceFile, CodemodContext>): void {
  const { made, isRouted, token } = outcome;
  const { settings, version } = surveyed;
  const [first] = made;
  if (!first || !token) return;
  const todo = (node: Node, reason: LeftReason, text: string): void => contexts.get(first.file)?.todo(node, reason, text);
  // The puts themselves go.
  const place = first.maker.callbacks;
  if (settings.basePath && isRouted) todo(place, 'base-path', BASE_PATH);
  if (settings.addsSlashes && isRouted) todo(place, 'address-ends-in-slash', SLASHES);
  const { secret } = first.keeping;
  if (secret && secretsOf(first.file, secret, version).length === 0) todo(secret, 'secret-elsewhere', SECRET);
  if (made.some(renewsToken)) leaveRenewal(outcome, surveyed, contexts, place);
}

/** What of a token's renewal would not go on as it is. */
function leaveRenewal(
  outcome: SessionOutcome,
  surveyed: SurveyedSession,
  contexts: ReadonlyMap<SourceFile, CodemodContext>,
  place: Node,
): void {
  const { authRoute, routes, facts } = surveyed;
  const { made, isRouted } = outcome;
  const isInReach = routes.kind === 'app' && authRoute !== undefined && handlerOf(authRoute) !== undefined;
  // The backend's cookie is handed on where the callback renews it.
  if (!isInReach && !facts.cookie) contexts.get(made[0]!.file)?.todo(place, 'renewal-out-of-reach', RENEWAL);
  else if (isRouted) for (const one of made) if (renewsToken(one)) shareRenewals(one, contexts.get(one.file)!, facts.renewalModule);
  leaveServerReads(outcome, surveyed, contexts);
}

/** Code of the server that reads a token which may be due for renewal. */
function leaveServerReads(
  { serverReads }: SessionOutcome,
  { facts: { tokenModule, requestTokenModule } }: SurveyedSession,
  contexts: ReadonlyMap<SourceFile, CodemodContext>,
): void {
  for (const { file, node } of serverReads) {
    const { changes, todo } = contexts.get(file)!;
    let at: Node = node;
    // A read that is not there any more is named where it was.
    while (at.parent && changes.isGone(at)) at = at.parent;
    const asksItself = changes.imports.some(({ source }) => source === importPath(file.path, tokenModule));
    if (/[/\\](?:middleware|proxy)\.[jt]s$/.test(file.path)) todo(at, 'renewal-out-of-reach', IN_MIDDLEWARE);
    else if (asksItself && tokenModule !== requestTokenModule) todo(at, 'renewal-runs-twice', TWICE);
    else todo(at, 'renewal-out-of-reach', OF_REQUEST);
  }
}

/** The variables of the environment that hold the secret; by default those that the library looks at. */
function secretsOf(file: SourceFile, secret: Node | undefined, version: 4 | 5): string[] {
  if (!secret) return version === 4 ? ['NEXTAUTH_SECRET', 'AUTH_SECRET'] : ['AUTH_SECRET', 'NEXTAUTH_SECRET'];
  const names = [...textOf(file, secret).matchAll(/process\.env\.(\w+)/g)].map((match) => match[1]!);
  const rest = textOf(file, secret).replace(/process\.env\.\w+|as string|\?\?|\|\||[!()\s]|'{2}|"{2}/g, '');
  return rest === '' ? names : [];
}

function generated(outcome: SessionOutcome, surveyed: SurveyedSession, contexts: ReadonlyMap<SourceFile, CodemodContext>): PlannedFile[] {
  const { facts, routes, routeFile, version, authRoute } = surveyed;
  const { token, backend, made, isRouted } = outcome;
  const [first] = made;
  if (!token || !first) return [];
  const isForPages = routes.kind === 'pages';
  const renewal = !isForPages && made.some(renewsToken) ? authRoute?.path : undefined;
  const form = {
    ...formBeside(first.file),
    language: routeFile.endsWith('.ts') ? ('ts' as const) : ('js' as const),
    modules: 'esm' as const,
  };
  const isImported = (module: GeneratedModule): boolean => isBrought(contexts, module);
  const tokenModule = (takesRequest: boolean, module: typeof facts.tokenModule): PlannedFile =>
    fileOf(
      module.path,
      backendTokenModule({
        version,
        isForPages: takesRequest,
        readers: { app: isImported(module), route: isRouted && module === facts.tokenModule },
        token,
        secrets: secretsOf(first.file, first.keeping.secret, version),
        ...renewalFor(takesRequest ? undefined : renewal, module),
        form,
      }),
    );
  return [
    ...when(isRouted || isImported(facts.tokenModule), () => tokenModule(isForPages, facts.tokenModule)),
    ...when(!isForPages && isImported(facts.requestTokenModule), () => tokenModule(true, facts.requestTokenModule)),
    ...cookieFiles(surveyed, isImported, form),
    ...when(renewal !== undefined && isRouted, () => fileOf(facts.renewalModule.path, renewedOnceModule(form))),
    ...(isRouted && backend ? [fileOf(routeFile, routeModule(outcome, backend, { surveyed, renews: renewal !== undefined, form }))] : []),
  ].filter(({ path: file }) => !existsSync(file));
}

function cookieFiles(
  { facts: { cookie } }: SurveyedSession,
  isImported: (module: GeneratedModule) => boolean,
  form: ModuleForm,
): PlannedFile[] {
  return cookie && isImported(cookie.module) ? [fileOf(cookie.module.path, backendCookiesModule(form))] : [];
}

/** A file where it is wanted, else none. */
function when(isWanted: boolean, make: () => PlannedFile): PlannedFile[] {
  return isWanted ? [make()] : [];
}

/** The handler that renews the token, as a module asks for it. */
function renewalFor(route: string | undefined, module: GeneratedModule): { renewal?: { source: string; name: string } } {
  return route === undefined ? {} : { renewal: { source: importPath(module.path, { path: route, withExtension: false }), name: 'GET' } };
}

/** Whether a file takes something out of a generated module from now on. */
function isBrought(contexts: ReadonlyMap<SourceFile, CodemodContext>, module: GeneratedModule): boolean {
  return [...contexts.values()].some(({ file, changes }) => changes.imports.some(({ source }) => importPath(file.path, module) === source));
}

/** The text of the route that passes requests on. */
function routeModule(
  { header, scheme }: SessionOutcome,
  { variable, written }: Backend,
  { surveyed, renews, form }: { readonly surveyed: SurveyedSession; readonly renews: boolean; readonly form: ModuleForm },
): string {
  const { facts, routes, routeFile } = surveyed;
  const write = routes.kind === 'pages' ? backendPagesModule : backendRouteModule;
  return write({
    route: facts.route,
    ...(variable !== undefined && { variable }),
    ...(written !== undefined && { written }),
    header,
    scheme,
    tokenModule: importPath(routeFile, facts.tokenModule),
    renews,
    form,
  });
}

function fileOf(filePath: string, text: string): PlannedFile {
  return { path: filePath, before: undefined, after: text, because: [NAME] };
}

function surveyOf(project: Project, { facts }: SurveyedSession, options: SessionOptions): Survey {
  const topology = facts.cookie
    ? { topology: 'same-site' as const, because: 'pages send the cookie to the backend', isCrossOriginInProduction: true }
    : { topology: 'same-origin' as const, because: 'pages ask a route of the app itself', isCrossOriginInProduction: false };
  const base = factsOf({
    root: project.root,
    server: undefined,
    client: undefined,
    topology,
    options,
    cookiesReadByScripts: new Set(),
  });
  return { topology, facts: { ...base, clientSession: facts } };
}

function checkedPlan(
  project: Project,
  surveyed: SurveyedSession,
  survey: Survey,
  edits: SessionEdits,
  options: SessionOptions,
): MigrationPlan {
  const { root } = project;
  const files = edits.files.toSorted((a, b) => a.path.localeCompare(b.path));
  const settings = options.settings ?? DEFAULT_SETTINGS;
  const {
    stopping,
    left,
    project: result,
  } = checkedResult({ survey, options, settings, planned: files, before: project, files: surveyed.files });
  if (stopping.length > 0) return nothing(project, survey, surveyed, stopping.map(unsound));
  return {
    root,
    survey,
    session: surveyed,
    files,
    todos: edits.notes
      .map((note) => ({ ...note, file: path.relative(root, note.file) }))
      .toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line),
    left: [
      ...left.filter((one) => !isOfAnswers(one)).map(ofOthers),
      ...otherApps(root, surveyed),
      ...(result && files.length > 0 ? secondSessionPlan(result, surveyed.directory, options) : []),
    ],
    skipped: project.skipped,
    refusals: [],
    effects: files.length > 0 ? effectsOf(edits) : [],
    installs: [],
    environment: [],
  };
}

/** What a server of the same folder answers to the one that signs people in is as it was. */
function isOfAnswers({ kind, text }: Leftover): boolean {
  return kind === 'names what is left' && /\(no-(?:token-in-response-body|permissive-credentialed-cors)\)$/.test(text);
}

/** A token that is not of the session is where it was: naming it is all that is to be done here. */
function ofOthers(one: Leftover): Leftover {
  const isOfSession = /\(no-token-in-client-session\)$/.test(one.text);
  return one.kind === 'names what is left' ? { ...one, isUsable: !isOfSession } : one;
}

/** Another app of the workspace has a session of its own. */
function otherApps(root: string, { others }: SurveyedSession): Leftover[] {
  return others.map((file) => ({
    kind: 'names what is left' as const,
    file: path.relative(root, file.path),
    line: 1,
    text: 'another package gives pages a token in a session, too: run the command in its folder.',
    isUsable: true,
  }));
}

/** What a second run would still change: then the first has not seen something for what it is. */
function secondSessionPlan(result: Project, directory: string, options: SessionOptions): Leftover[] {
  const surveyed = surveySession(result);
  // Another app of the workspace has a run of its own.
  if (surveyed?.directory !== directory) return [];
  return editsOf(result, surveyed, surveyOf(result, surveyed, options)).files.map(({ path: file }) => ({
    kind: 'second plan' as const,
    file: path.relative(result.root, file),
    line: 1,
    text: `a second run would change this again (${NAME}): look at it before you trust it.`,
  }));
}

function effectsOf({ outcome }: SessionEdits): string[] {
  return [
    'Everybody stays signed in: the token stays in the cookie that they have.',
    ...(outcome?.isRouted
      ? [
          'Requests of pages to the backend go through a route of the app: it has to reach the backend, ' +
            'which sees the address of the app and not that of people.',
        ]
      : []),
  ];
}

function nothing(project: Project, survey: Survey, session: SurveyedSession, refusals: readonly Refusal[]): MigrationPlan {
  const empty = { files: [], todos: [], left: [], effects: [], installs: [], environment: [] };
  return { root: project.root, survey, session, skipped: project.skipped, refusals, ...empty };
}
