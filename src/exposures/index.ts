import type { Hint } from '../syntax/hints.ts';
import { matcherOf, isOfInterest, mentioned, mentions } from '../syntax/hints.ts';
import type { Settings } from '../syntax/settings.ts';
import { hasOwnWords } from '../syntax/settings.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile } from '../syntax/source-file.ts';
import { APP_HINT } from '../app/apps.ts';
import { rateLimitExposures } from './auth-rate-limit.ts';
import { CLIENT_SESSION_HINT, clientSessionExposures } from './client-session.ts';
import { algorithmExposures } from './algorithms.ts';
import { COOKIE_REMOVAL_HINT, cookieRemovalExposures } from './cookie-removals.ts';
import { corsExposures } from './cors.ts';
import { csrfExposures } from './csrf.ts';
import { uncredentialedRequests } from './credentialed-requests.ts';
import type { Exposure, ExposureKind, StorageExposure } from './exposure.ts';
import { GLOBAL_HINT, globalExposures } from './globals.ts';
import { HTML_HINT, htmlExposures } from './html.ts';
import { BEARER_HINT, BEARER_PLACES, bearerExposures } from './headers.ts';
import { LOG_HINT, logExposures } from './logs.ts';
import { JWT_HINT } from './jwt-calls.ts';
import { markerExposures } from './markers.ts';
import { MESSAGE_HINT, messageExposures } from './messages.ts';
import { PAGE_ADDRESS_HINT, pageAddressExposures } from './page-address-tokens.ts';
import { PAGE_PROPS_HINT, pagePropsExposures } from './page-props.ts';
import { STORE_HINT, storeExposures } from './memory-stores.ts';
import { outermost, standingInside, startOf } from './nesting.ts';
import { PASSWORD_HINT, passwordExposures } from './passwords.ts';
import { PERSISTED_HINT, persistedExposures } from './persisted-state.ts';
import { QUERY_TOKEN_HINT, queryTokenExposures } from './query-tokens.ts';
import { rotationExposures } from './refresh-rotation.ts';
import { ANSWERS, BODY_HINT, bodyExposures } from './response-bodies.ts';
import { SECRET_HINT, secretExposures } from './secrets.ts';
import { SDK_HINT, sdkExposures } from './sdk-storages.ts';
import { HEADERS_HINT, headersExposures } from './security-headers.ts';
import { CLAIMS_HINT, claimExposures } from './sensitive-claims.ts';
import { RESPONSE_HEADER_HINT, responseHeaderExposures } from './response-headers.ts';
import { cookieExposures } from './server-cookies.ts';
import { LIFETIME_HINT, lifetimeExposures } from './token-lifetimes.ts';
import { STORAGE_HINT, storageExposures } from './storage.ts';
import { URL_HINT, urlExposures } from './urls.ts';
import { unmetNeedExposures } from './unmet-needs.ts';
import { UNVERIFIED_HINT, unverifiedExposures } from './unverified-tokens.ts';

export { APP_HINT } from '../app/apps.ts';
export { HEADERS_HINT } from './security-headers.ts';
export * from './exposure.ts';
export * from './owners.ts';
export type * from './jwt-exposures.ts';

/** A finder, and the text without which it finds nothing: the cheap question before the dear one. */
interface Finder {
  readonly hint: Hint;
  /** The same where the links between files are known: a wrapper's call need not name what it wraps. */
  readonly linkedHint?: RegExp;
  readonly find: (file: SourceFile) => readonly Exposure[];
  /** The kinds of what it finds. */
  readonly kinds: readonly ExposureKind[];
}

/** What is asked of a finder before it is: its hints. */
type Asked = Pick<Finder, 'hint' | 'linkedHint'>;

/** A finder, with all kinds of exposures that it finds, as the types have it. */
function finder<E extends Exposure>(
  asked: Asked,
  find: (file: SourceFile) => readonly E[],
  kinds: Readonly<Record<E['kind'], true>>,
): Finder {
  return { ...asked, find, kinds: Object.keys(kinds) as ExposureKind[] };
}

const kindsOfStorage = Object.fromEntries(
  ['storage', 'cookie', 'native'].flatMap((medium) => ['write', 'read', 'keep', 'remove'].map((what) => [`${medium}-${what}`, true])),
) as Readonly<Record<StorageExposure['kind'], true>>;

const FINDERS: readonly Finder[] = [
  finder({ hint: STORAGE_HINT, linkedHint: /token|jwt|auth|user|session|account|profile|login/i }, storageExposures, kindsOfStorage),
  finder({ hint: PERSISTED_HINT }, persistedExposures, { 'persisted-state': true, 'native-persisted-state': true }),
  finder({ hint: SDK_HINT }, sdkExposures, { 'sdk-storage': true, 'sdk-cookie': true }),
  finder({ hint: BEARER_HINT, linkedHint: BEARER_PLACES }, bearerExposures, { 'bearer-header': true }),
  // Asked only where the settings name an API.
  finder({ hint: /\(/ }, uncredentialedRequests, { 'uncredentialed-request': true }),
  // What another file calls a token may be sent by one that does not.
  finder({ hint: BODY_HINT, linkedHint: ANSWERS }, bodyExposures, { 'response-body': true }),
  finder({ hint: RESPONSE_HEADER_HINT }, responseHeaderExposures, { 'response-header': true }),
  finder({ hint: /cookie|session/i }, cookieExposures, { 'cookie-attributes': true }),
  finder({ hint: COOKIE_REMOVAL_HINT }, cookieRemovalExposures, { 'cookie-stays': true }),
  finder({ hint: /credentials/i }, corsExposures, { cors: true }),
  finder({ hint: APP_HINT }, csrfExposures, { 'app-without-csrf-check': true, 'auth-without-rate-limit': true }),
  // A Next configuration without headers is told by its file's name.
  finder({ hint: HEADERS_HINT, linkedHint: /export/ }, headersExposures, { 'app-without-headers': true }),
  finder({ hint: APP_HINT }, rateLimitExposures, { 'app-without-csrf-check': true, 'auth-without-rate-limit': true }),
  finder({ hint: APP_HINT }, unmetNeedExposures, { 'app-without-cookie-parser': true, 'session-without-trust-proxy': true }),
  finder({ hint: APP_HINT }, rotationExposures, { 'refresh-without-rotation': true }),
  finder({ hint: SECRET_HINT }, secretExposures, { 'hardcoded-secret': true }),
  finder({ hint: LOG_HINT }, logExposures, { 'token-in-log': true }),
  finder({ hint: URL_HINT }, urlExposures, { 'token-in-url': true }),
  finder({ hint: QUERY_TOKEN_HINT }, queryTokenExposures, { 'token-from-url': true }),
  finder({ hint: PAGE_ADDRESS_HINT }, pageAddressExposures, { 'token-from-page-address': true }),
  finder({ hint: GLOBAL_HINT }, globalExposures, { 'token-on-global': true }),
  finder({ hint: MESSAGE_HINT }, messageExposures, { 'token-in-message': true }),
  finder({ hint: CLIENT_SESSION_HINT }, clientSessionExposures, { 'token-in-client-session': true }),
  finder({ hint: PAGE_PROPS_HINT }, pagePropsExposures, { 'token-in-page-props': true }),
  finder({ hint: LIFETIME_HINT }, lifetimeExposures, { 'token-lifetime': true }),
  finder({ hint: UNVERIFIED_HINT }, unverifiedExposures, { 'unverified-jwt': true }),
  finder({ hint: CLAIMS_HINT }, claimExposures, { 'sensitive-claim': true }),
  finder({ hint: JWT_HINT }, algorithmExposures, { 'symmetric-algorithm': true }),
  finder({ hint: STORE_HINT }, storeExposures, { 'memory-store': true }),
  finder({ hint: PASSWORD_HINT }, passwordExposures, { 'plaintext-password': true }),
  finder({ hint: HTML_HINT }, htmlExposures, { 'unsanitized-html': true }),
  finder({ hint: /TODO\(httponly\)/ }, markerExposures, { marker: true }),
];

const findersIn = mentioned(FINDERS);

/** The finders that a file may have anything for. */
const findersOf = perFile((file): readonly Finder[] => {
  // A team's own names for credentials are no part of any hint.
  if (hasOwnWords(file.settings, file.text)) return FINDERS;
  const named = findersIn(file);
  return file.links
    ? FINDERS.filter((finder) => named.includes(finder) || (finder.linkedHint && mentions(file, finder.linkedHint)))
    : named;
});

const QUESTIONS = FINDERS.filter(({ find }) => find !== uncredentialedRequests).map(({ hint }) => matcherOf(hint));

/** Whether a text may have an exposure in it by itself, whatever other files of its project say. */
export function mayExpose(text: string, settings: Settings): boolean {
  return (
    settings.apiOrigins.length > 0 ||
    hasOwnWords(settings, text) ||
    (isOfInterest(text) && QUESTIONS.some((isMentioned) => isMentioned(text)))
  );
}

/**
 * All exposures of a file, in source order. One that stands inside another of the same expression belongs to the outer:
 * `localStorage.getItem('token')` inside an Authorization header is the header's.
 */
const exposuresOf = perFile((file): readonly Exposure[] =>
  outermost(findersOf(file).flatMap(({ find }) => find(file))).sort((a, b) => startOf(a) - startOf(b) || endOf(a) - endOf(b)),
);

const endOf = (one: Exposure): number => ('node' in one ? one.node.range[1] : one.range[1]);

type OfKind<E, K> = E extends { readonly kind: infer Own } ? (Extract<K, Own> extends never ? never : E) : never;

/**
 * The exposures of one kind or several. The finders of other kinds are only asked where those of these find something, which
 * may stand inside another: most files have nothing of most kinds, and the rules that answer for the others may be off.
 */
export function exposuresOfKind<K extends ExposureKind>(file: SourceFile, ...kinds: readonly K[]): OfKind<Exposure, K>[] {
  const asked = findersOf(file).filter((one) => one.kinds.some((kind) => (kinds as readonly string[]).includes(kind)));
  if (!asked.some(({ find }) => find(file).some((one) => (kinds as readonly string[]).includes(one.kind)))) return [];
  return exposuresOf(file).filter((one) => (kinds as readonly string[]).includes(one.kind)) as OfKind<Exposure, K>[];
}

/** The part of the text that an exposure is reported at: what stands in it by itself is left to its own report. */
export function rangeOf(exposure: Exposure): readonly [number, number] {
  if (!('node' in exposure)) return exposure.range;
  const { range } = exposure.node;
  if (exposure.kind !== 'response-body') return range;
  const starts = standingInside(exposure, exposuresOf(exposure.file)).map(({ node }) => node.range[0]);
  return [range[0], Math.min(range[1], ...starts)];
}
