import { guardedBy } from '../codemods/server-session/session-guards.ts';
import { addressParametersOf } from '../apis/navigation/address-parameters.ts';
import { parsesCookies, tokenReadsOf } from '../apis/server/express-app.ts';
import type { SocketLibrary } from '../apis/server/socket-handshakes.ts';
import { lastHandlers } from '../app/answering.ts';
import { reaches } from '../app/reached-routes.ts';
import { sentRequestsIn } from '../app/sent-requests.ts';
import type { Route } from '../app/route.ts';
import { envelopesOf } from '../codemods/server-session/envelopes.ts';
import { sessionSecretsOf } from '../codemods/server-session/session-tokens.ts';
import { parametersByCookie } from '../codemods/server-session/query-tokens.ts';
import { redirectedParameters } from '../codemods/server-session/redirects.ts';
import { looksIntoNoHandshake, takesHandshakesByCookie } from '../codemods/server-session/sockets.ts';
import type { ClientFacts, MigrationFacts, Phase, ServerFacts, TakenByCookie, Topology } from '../codemods/facts.ts';
import { bodyExposures } from '../exposures/response-bodies.ts';
import { manifestOf } from '../syntax/package-manifest.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { isTestFile } from '../syntax/test-files.ts';
import type { SurveyedClient } from './client-survey.ts';
import { clientModulePlaces, serverModulePlaces } from './module-places.ts';
import { appName } from './packages.ts';
import { servesPages } from './served-pages.ts';
import type { SurveyedServer } from './server-survey.ts';
import { keyOf } from './server-survey.ts';
import type { FoundTopology } from './topology.ts';
import { addressBeside } from './addresses-beside.ts';
import { requestsElsewhere } from './requests-elsewhere.ts';
import { askedBeside, findTopology } from './topology.ts';
import { pageHosts } from './cors-survey.ts';

const SOCKET_LIBRARIES: readonly SocketLibrary[] = ['socket.io', 'web-socket'];

/** What a user may decide about a migration. */
export interface MigrationOptions {
  readonly phase: Phase;
  readonly topology?: Topology;
  readonly csrf: 'origin' | 'token';
  readonly sameSite?: 'lax' | 'strict' | 'none';
  readonly exchange: boolean;
  readonly tokenEndpoint: boolean;
  readonly noBearer: boolean;
  /** The path of the route at which people sign in, where another is found or none. */
  readonly signIn?: string;
  /** The address at which pages ask the API, where it is not found: what their requests begin with. */
  readonly apiOrigin?: string;
  /** Whether the backend of a session sets its token as a cookie, where otherwise a route of the app adds it to requests. */
  readonly cookie?: boolean;
  /** Whether to write although places are left without which the app does not work. */
  readonly withMarks?: boolean;
}

/** The app as a migration sees it. */
export interface Survey {
  readonly server?: SurveyedServer;
  readonly client?: SurveyedClient;
  readonly topology: FoundTopology;
  readonly facts: MigrationFacts;
}

/** What the facts are put together of. */
export interface Surveyed {
  /** Absolute. */
  readonly root: string;
  readonly server: SurveyedServer | undefined;
  readonly client: SurveyedClient | undefined;
  readonly topology: FoundTopology;
  readonly options: MigrationOptions;
  /** Whether another host passes the API's requests on, so that page and API are of one site. */
  readonly isBridged?: boolean;
  readonly cookiesReadByScripts: ReadonlySet<string>;
}

/** Puts together what codemods have to know of the app. */
export function factsOf(surveyed: Surveyed): MigrationFacts {
  return {
    phase: surveyed.options.phase,
    isTest: (one) => isTestFile(one, surveyed.root),
    server: serverFactsOf(surveyed),
    client: clientFactsOf(surveyed),
  };
}

function serverFactsOf(surveyed: Surveyed): ServerFacts {
  const { root, server, topology, options, cookiesReadByScripts } = surveyed;
  const written = server?.files.filter((file) => !isTestFile(file.path, root)) ?? [];
  return {
    ...serverModulePlaces(server, root),
    ...(server && ofServer(server, written)),
    isCrossOrigin: topology.topology !== 'same-origin',
    ...askedOrigins(server),
    csrf: options.csrf,
    cookiesReadByScripts,
    redirected: redirected(surveyed),
    tokenEndpoint: options.tokenEndpoint,
    parsesCookies: written.some(parsesCookies),
    hasSessions: server?.hasSessions ?? true,
    refreshRotates: server?.refresh?.rotates ?? false,
    exchange: options.exchange,
    // During a rollout old pages still send theirs.
    takesBearer: !options.noBearer || options.phase === 'server',
    // A cookie that is not SameSite=None is not sent from another site.
    sameSite: options.sameSite ?? (topology.topology === 'cross-site' ? 'none' : 'lax'),
    signIn: server?.signIn ? { file: server.signIn.file.path, end: server.signIn.node.range[1] } : 'none',
  };
}

/** Whom the check of where requests come from asks, where the app says it already. */
function askedOrigins(server: SurveyedServer | undefined): Pick<ServerFacts, 'asksAllowedOrigins' | 'asksCors' | 'originList'> {
  const list = server?.allowed?.list;
  return { asksAllowedOrigins: server?.allowed !== undefined, asksCors: server?.corsDecides ?? false, ...(list && { originList: list }) };
}

/** What only a server that was found has: the secrets of its sessions, a header of its own for tokens, its own routes. */
function ofServer(
  { files, signIn, signOut }: SurveyedServer,
  written: readonly SourceFile[],
): Pick<ServerFacts, 'sessionSecrets' | 'customHeader' | 'signInPath' | 'signOut'> {
  const customHeader = files.flatMap((file) => tokenReadsOf(file)).find(({ header }) => header !== 'authorization')?.header;
  return {
    sessionSecrets: sessionSecretsOf(written),
    ...(customHeader !== undefined && { customHeader }),
    ...(signIn && { signInPath: signIn.path }),
    ...(signOut && signOutHandler(signOut)),
  };
}

function clientFactsOf(surveyed: Surveyed): ClientFacts {
  const { server, client, topology } = surveyed;
  return {
    ...clientModulePlaces(client),
    signInPaths: [...new Set(server?.issuing.flatMap(({ path: one }) => [one, ...suffixes(one)]) ?? [])],
    ...(server?.signOut && { signOutPath: server.signOut.path }),
    bodyKeys: bodyKeys(server),
    envelopes: server ? envelopesOf(server.files) : [],
    topology: topology.topology,
    renews: server?.refresh !== undefined && server.renewal !== undefined,
    renewsItself: renewsItself(server, client),
    redirected: redirected(surveyed),
    byCookie: takenByCookie(surveyed),
    ...apiHost(client),
    ...(server && client && { elsewhere: requestsElsewhere(server, client) }),
  };
}

/**
 * The names under which redirects hand tokens to pages of the app. The host that a provider comes back to sets the cookie: where
 * another host passes the API's requests on, it would be of a host that pages do not ask.
 */
function redirected({ root, server, client, topology, isBridged = false }: Surveyed): ReadonlySet<string> {
  if (!server || !client || topology.topology === 'cross-site' || isBridged) return new Set();
  const taken = new Set(client.files.flatMap((file) => addressParametersOf(file).map(({ key }) => key)));
  const handed = redirectedParameters(server.files.filter((file) => !isTestFile(file.path, root)));
  return new Set([...handed].filter((key) => taken.has(key)));
}

function apiHost(client: SurveyedClient | undefined): Pick<ClientFacts, 'apiHost'> {
  const host = /https?:\/\/([\w.-]+)/i.exec(client?.base?.literal ?? '')?.[1];
  return host === undefined ? {} : { apiHost: host };
}

/** A cookie of another site's API would be a third party's, and what passes requests on does not pass sockets on. */
function takenByCookie({ root, server, topology, isBridged = false }: Surveyed): TakenByCookie {
  if (!server || topology.topology === 'cross-site' || isBridged) return { sockets: new Set(), parameters: new Set() };
  const written = server.files.filter((file) => !isTestFile(file.path, root));
  return {
    // Code that chooses among origins is asked by requests, which a handshake is none of.
    sockets: new Set(server.corsDecides ? [] : SOCKET_LIBRARIES.filter((library) => takesHandshakesByCookie(written, library))),
    unread: new Set(looksIntoNoHandshake(written) ? ['socket.io'] : []),
    parameters: parametersByCookie(written),
  };
}

/** Whether pages ask for a renewal by the app's own refresh cookie. */
function renewsItself(server: SurveyedServer | undefined, client: SurveyedClient | undefined): boolean {
  const { renewal, ownRenewal, refresh } = server ?? {};
  if (!renewal || ownRenewal === undefined || refresh) return false;
  return sentRequestsIn(client?.files ?? []).some((request) => reaches(request, { path: renewal.path, isWhole: true }) === 'yes');
}

/** The function that answers the app's own sign-out, which may be written in another file than its route. */
function signOutHandler(route: Route): Pick<ServerFacts, 'signOut'> {
  const [handler] = lastHandlers(route);
  return handler ? { signOut: { file: handler.file.path, start: handler.node.range[0], isGuarded: guardedBy(route).length > 0 } } : {};
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

/** The name of the app for cookies and keys. */
export function nameOf(root: string, server: SurveyedServer | undefined): string {
  return appName(root, server ? (manifestOf(server.app.path)?.directory ?? root) : root);
}

/** Whether requests begin with a value of which no text is known, and that is neither a setting nor the page's own origin. */
function isUnknown(base: { readonly text: string; readonly literal: string } | undefined): boolean {
  return base !== undefined && base.literal === '' && !/\benv\b|\blocation\.origin\b/.test(base.text);
}

/** The topology of what was surveyed. */
export function topologyOf(server: SurveyedServer | undefined, client: SurveyedClient | undefined, wanted?: Topology): FoundTopology {
  if (!client)
    return { topology: wanted ?? 'same-site', isCrossOriginInProduction: true, because: 'no client was found in this repository' };
  const base = client.base?.expression && {
    text: `${client.base.expression.text} ${client.base.written ?? ''}`,
    literal: client.base.literal,
  };
  const handsOutPages = server !== undefined && servesPages(server.files, client.home);
  const pages = { servedByServer: handsOutPages, hosts: server ? pageHosts(server.files) : [] };
  const found = findTopology(client.home.path, base, pages, wanted);
  if (wanted) return found;
  if (client.base && !isUnknown(base)) {
    const beside = found.topology === 'same-origin' && server ? addressBeside(server, client) : undefined;
    return beside === undefined ? found : askedBeside(found, beside, client.home.path);
  }
  return { ...found, isGuess: true, because: 'a guess, for it was not found at which address a session is asked for' };
}
