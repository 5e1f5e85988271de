import type { TokenSlot } from '../apis/http/index.ts';
import { isBearerScheme, isOtherScheme, schemeOf } from '../credentials/literals.ts';
import type { Place } from '../flow/resolve.ts';
import { shapeOf } from '../flow/objects.ts';
import { resolveValue } from '../flow/resolve.ts';
import { calledFunction } from '../flow/calls.ts';
import { originOf } from '../flow/origin.ts';
import { isOwnModule } from '../apis/storage/own-modules.ts';
import { returnsOf } from '../syntax/functions.ts';
import { mentions } from '../syntax/hints.ts';
import type { Node } from '../syntax/nodes.ts';
import { bare, contains, dressed, isFunction, isUndefined, isWithin } from '../syntax/nodes.ts';
import { isOfBackground } from '../syntax/package-manifest.ts';
import type { Runtime } from '../syntax/runtime.ts';
import { runtimeAt, runtimeOf } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile, textOf } from '../syntax/source-file.ts';
import { textParts } from '../flow/static-text.ts';
import type { Credential } from './credential.ts';
import { isCredential, NOT_A_CREDENTIAL } from './credential.ts';
import { credentialAt, evidenceFor } from './evidence.ts';
import { article } from './named-evidence.ts';
import { isServiceKey } from './service-keys.ts';
import { first } from './first.ts';
import { credentialWithin } from './holders.ts';
import type { BearerExposure } from './exposure.ts';
import type { HeaderSite } from './header-sites.ts';
import { brief, headerSites, schemeTexts } from './header-sites.ts';
import { apisIn, requestsOf } from '../app/requests.ts';
import { isForOthers } from './foreign-senders.ts';
import { accessesOf } from './storage-accesses.ts';
import { STORAGE_HINT, storageExposures } from './storage.ts';
import { teamTokens } from './team-clients.ts';
import { either } from '../credentials/alternatives.ts';

/** Not what is called after it: `AuthorizationError`, `authorization_codes`. */
const AUTHORIZATION = 'authorization(?!_?(?:error|code|changed|failed|url|endpoint|server|guard|service|processor))';

/** Text without which no file sets a header, or another thing that takes a token. */
export const BEARER_PLACES = new RegExp(
  [
    AUTHORIZATION,
    'bearer|-token|-jwt|headers|socket\\.io|\\bio\\(|connectionParams|\\.TOKEN\\b|accessToken|setSecurityData|setToken',
    'superagent|wretch|@hey-api|client\\.setConfig|WebSocket|\\.emit\\(',
  ].join('|'),
  'i',
);

/** Text without which no file sets such a header to a token. */
export const BEARER_HINT = [
  new RegExp(`token|jwt|bearer|${AUTHORIZATION}|authHeader|auth_header|auth:|auth\\(|auth \\}|setSecurityData`, 'i'),
  BEARER_PLACES,
];

/** Requests from a browser that carry a token which script holds. */
export const bearerExposures = perFile((file): readonly BearerExposure[] => {
  if (!mayBePages(file)) return [];
  const found: BearerExposure[] = [];
  const consumed = new Set<Node>();
  for (const site of headerSites(file)) {
    // Cookies.set('auth-token', token) looks alike, and is the storage's.
    if (site.form === 'call' && isStorageAccess(file, site.node)) continue;
    const { node } = resolveValue({ file, node: site.value });
    for (const one of [site.value, node, ...returnedTo(file, site.value)]) consumed.add(one);
    const exposure = judge(file, site);
    if (exposure) found.push(exposure);
  }
  for (const slot of tokenSlots(file)) {
    if (found.some(({ node }) => contains(slot.node, node) || contains(node, slot.node))) continue;
    consumed.add(slot.value);
    const exposure = judgeSlot(file, slot);
    if (exposure) found.push(exposure);
  }
  for (const text of schemeTexts(file)) {
    if (isWithin(consumed, text) || !isMadeForLater(text)) continue;
    const exposure = judge(file, { form: 'value', node: text, header: 'Authorization', value: text });
    if (exposure) found.push(exposure);
  }
  return found;
});

/**
 * What runs on a server as a whole sends no request from a browser, where it does not ask for a browser's storage either; the
 * background of an extension sends them without any page.
 */
function mayBePages(file: SourceFile): boolean {
  if (isOfBackground(file)) return false;
  const runtime = runtimeOf(file);
  return runtime !== 'native' && (runtime !== 'server' || touchesStorage(file));
}

const storageNodes = perFile((file): ReadonlySet<Node> => new Set(accessesOf(file).map((access) => access.node)));

function isStorageAccess(file: SourceFile, node: Node): boolean {
  return storageNodes(file).has(node);
}

/** What a helper of the file gives to the header: `Authorization: bearer()` is reported here, not in `bearer` as well. */
function returnedTo(file: SourceFile, value: Node): readonly Node[] {
  const call = bare(value);
  const called = call.type === 'CallExpression' ? calledFunction(file, call) : undefined;
  return called?.file === file ? returnsOf(called.node) : [];
}

function judge(file: SourceFile, site: Omit<HeaderSite, 'form'> & { form: BearerExposure['form'] }): BearerExposure | undefined {
  const carried = carriedBy(file, site.value);
  return carried && exposureOf(file, site, carried);
}

function exposureOf(
  file: SourceFile,
  site: Omit<HeaderSite, 'form'> & { form: BearerExposure['form'] },
  carried: Carried,
): BearerExposure | undefined {
  const runtime = runtimeAt(file, site.node);
  const { credential, scheme } = carried;
  // What a browser's storage holds is a page's, in a file that serves as well.
  if (runtime === 'server' && credential?.source !== 'storage') return undefined;
  if (runtime === 'native' || !isOurs(file, site.node, runtime, carried)) return undefined;
  // `Token ${symbol}` outside of a header is a label as often as not.
  if (site.form === 'value' && credential === undefined && scheme !== 'bearer') return undefined;
  return {
    kind: 'bearer-header',
    file,
    node: site.node,
    header: site.header,
    value: site.value,
    form: site.form,
    credential,
    what: credential && credential.kind !== 'token' ? article(credential.kind) : 'a token',
    reason: credential?.reason ?? `${quoted(brief(file, site.value))} has the scheme ${scheme!}`,
    ...(scheme !== undefined && { scheme }),
  };
}

/** Where clients take tokens otherwise than in a header. A function there gives the token when it is asked. */
function tokenSlots(file: SourceFile): readonly TokenSlot[] {
  return [...apisIn(file).flatMap((api) => (api.tokens ? [...api.tokens(file)] : [])), ...teamTokens(file)];
}

function judgeSlot(file: SourceFile, { node, value, slot, isForTokens, handshakeOf, message }: TokenSlot): BearerExposure | undefined {
  if (message) return judgeMessage(file, node, value, slot, message.subject);
  const given = resolveValue({ file, node: value });
  for (const one of isFunction(given.node) ? returnsOf(given.node).map((node) => ({ file: given.file, node })) : [{ file, node: value }]) {
    const carried = carriedBy(one.file, one.node) ?? (isForTokens && !isConstant(one) ? ofScheme('bearer', one) : undefined);
    const exposure = carried && exposureOf(file, { form: 'slot', node, header: '', value }, carried);
    if (exposure)
      return {
        ...exposure,
        slot,
        ...(handshakeOf && { handshakeOf }),
        reason: carried.credential?.reason ?? `${quoted(brief(one.file, one.node))} goes where tokens go`,
      };
  }
  return undefined;
}

const ABOUT_SIGNING_IN = /auth|log-?_?in|sign-?_?in|session|identify|handshake|hello|connect/i;

/** A message may be about anything: what other things are called too is a session's token where the message is about signing in. */
function judgeMessage(file: SourceFile, node: Node, value: Node, slot: string, subject: string): BearerExposure | undefined {
  const credential = credentialAt(file, value) ?? credentialWithin(file, value);
  if (!credential || (credential.strength === 'likely' && (!ABOUT_SIGNING_IN.test(subject) || holdsPassword(file, value))))
    return undefined;
  const exposure = exposureOf(file, { form: 'message', node, header: '', value }, { credential });
  return exposure && { ...exposure, slot };
}

/** Who gives a password has no session yet: a token beside it is the code of a second factor. */
function holdsPassword(file: SourceFile, message: Node): boolean {
  return [...(shapeOf({ file, node: message })?.entries.keys() ?? [])].some((name) => /^pass(?:word|wd|phrase)?$/i.test(name));
}

/** `undefined`, `null`: the token is taken away. */
function isConstant(place: Place): boolean {
  const { node } = resolveValue(place);
  return node.type === 'Literal' || isUndefined(node);
}

/** Code as messages show it; a template has ticks of its own. */
function quoted(code: string): string {
  return code.includes('`') ? code : `\`${code}\``;
}

interface Carried {
  readonly scheme?: string;
  /** Undefined where the scheme alone says that it is one: `'Bearer ' + x.t`. */
  readonly credential: Credential | undefined;
}

/** What an Authorization value carries, or undefined where that is no bearer token. */
function carriedBy(file: SourceFile, value: Node): Carried | undefined {
  const inner = bare(value);
  const choices = choicesOf(inner);
  if (choices) return first(choices, (one) => carriedBy(file, one));
  const resolved = resolveValue({ file, node: inner });
  if (choicesOf(resolved.node)) return carriedBy(resolved.file, resolved.node);
  const [start, ...rest] = textParts(file, inner);
  if (typeof start !== 'string') {
    const evidence = evidenceFor(file, inner);
    return isCredential(evidence) ? { credential: evidence } : undefined;
  }
  const scheme = schemeOf(start);
  const hole = rest.find((part) => typeof part !== 'string');
  if (scheme === undefined || hole === undefined || typeof hole === 'string') return undefined;
  return isBearerScheme(scheme) ? ofScheme(scheme, hole) : ofUnknownScheme(scheme, hole);
}

/** The values of which an expression is one or the other; undefined where it is no choice. */
function choicesOf(node: Node): readonly Node[] | undefined {
  if (node.type === 'ConditionalExpression') return [node.consequent, node.alternate];
  if (node.type !== 'LogicalExpression') return undefined;
  return node.operator === '&&' ? [node.right] : [node.left, node.right];
}

/** After `Bearer ` anything is a token, but for keys of services and configuration. */
function ofScheme(scheme: string, hole: Place): Carried | undefined {
  const evidence = evidenceFor(hole.file, hole.node);
  if (evidence === NOT_A_CREDENTIAL) return undefined;
  if (isCredential(evidence)) return { scheme, credential: evidence };
  return isServiceKey(hole.node) ? undefined : { scheme, credential: undefined };
}

/** A scheme that nobody knows, or one for passwords, carries what the value is seen to be. */
function ofUnknownScheme(scheme: string, hole: Place): Carried | undefined {
  const evidence = evidenceFor(hole.file, hole.node);
  if (!isCredential(evidence)) return undefined;
  return evidence.source === 'storage' || !isOtherScheme(scheme) ? { scheme, credential: evidence } : undefined;
}

/** Whether the request is one that could use a cookie instead: a page's, to an API of its own. */
function isOurs(file: SourceFile, node: Node, runtime: Runtime, { credential }: Carried): boolean {
  const fromStorage = credential?.source === 'storage';
  if (fromStorage) return true;
  // Where it is not known to be a browser, or where the API is another's, a name is not enough.
  if ((runtime === 'unknown' && !isKeptByApp(file, credential)) || isForOthers(file, node)) return false;
  return !renewsByCookie(file) || touchesStorage(file);
}

/**
 * `getToken()` of another module of the app, out of sight: what is asked for nothing and answers at once has kept the token, as pages
 * do. A server has it from a request, or waits for it.
 */
function isKeptByApp(file: SourceFile, credential: Credential | undefined): boolean {
  const call = credential && bare(credential.node);
  if (call?.type !== 'CallExpression' || call.arguments.length > 0 || credential?.file !== file) return false;
  if (dressed(call).parent?.type === 'AwaitExpression' || calledFunction(file, call)) return false;
  const origin = originOf(file, call.callee);
  return origin !== undefined && isOwnModule(origin) && !/service|machine|server|internal|bot/i.test(origin);
}

/** Whether the file itself keeps a credential where scripts can read it: then the token is not in memory alone. */
export const touchesStorage = perFile(
  (file): boolean => mentions(file, STORAGE_HINT) && storageExposures(file).some(({ kind }) => !kind.endsWith('remove')),
);

/**
 * A page that sends cookies and refreshes keeps the access token in memory for minutes: that is what we would advise,
 * and nothing to report.
 */
export const renewsByCookie = perFile(
  (file): boolean =>
    either(
      [
        /\brefresh(?:(?:access|auth|id|jwt)?_?tokens?|session|auth)?\s*\(/,
        /\/refresh(?![a-z])/,
        /\/refresh_?(?:access_?|auth_?)?(?:token|session)/,
      ],
      'i',
    ).test(file.text) &&
    requestsOf(file).some(({ node }) => /credentials\s*:\s*['"]include|withCredentials\s*:\s*true/.test(textOf(file, node))),
);

/** A scheme's text that is kept or handed on: not one that is compared, logged or searched for. */
function isMadeForLater(node: Node): boolean {
  let at = dressed(node);
  while (at.parent && (at.parent.type === 'ConditionalExpression' || at.parent.type === 'LogicalExpression')) at = dressed(at.parent);
  const { parent } = at;
  return (
    parent?.type === 'VariableDeclarator' ||
    parent?.type === 'ReturnStatement' ||
    (parent?.type === 'ArrowFunctionExpression' && parent.body === at)
  );
}
