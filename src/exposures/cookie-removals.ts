import type { ServerCookie } from '../apis/server/index.ts';
import type { ObjectShape } from '../flow/objects.ts';
import { shapeOf } from '../flow/objects.ts';
import { staticText } from '../flow/static-text.ts';
import { runtimeAt } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile, positionOf, textOf } from '../syntax/source-file.ts';
import { whereIs } from './app-protection.ts';
import type { CookieRemovalExposure } from './exposure.ts';
import { serversIn } from './server-apis.ts';
import { cookieExposures } from './server-cookies.ts';
import { accessesOf } from './storage-accesses.ts';
import { judgeKey } from './storage-keys.ts';
import { storageExposures } from './storage.ts';

/** Text without which no file removes a cookie. */
export const COOKIE_REMOVAL_HINT = /cookie/i;

/** Cookies that stay where the code means to take them away. */
export const cookieRemovalExposures = perFile((file): readonly CookieRemovalExposure[] => [...byServer(file), ...byScript(file)]);

/** Frameworks whose cookies are for `/` where nothing else is said, both those that are set and those that are taken away. */
const FOR_ALL_PATHS: ReadonlySet<string> = new Set(['express', 'fastify', 'hono', 'h3']);

interface Named {
  readonly file: SourceFile;
  readonly cookie: ServerCookie;
  readonly name: string;
}

const cookiesOf = perFile((file): readonly Named[] =>
  serversIn(file)
    .filter(({ id }) => FOR_ALL_PATHS.has(id))
    .flatMap((api) =>
      [...(api.cookies?.(file) ?? [])].flatMap((cookie) => {
        const name = cookie.name && staticText(cookie.name.file, cookie.name.node);
        return name === undefined || runtimeAt(file, cookie.node) === 'browser' ? [] : [{ file, cookie, name }];
      }),
    ),
);

/** `res.clearCookie('token')` of a cookie with a domain or a path of its own: https://www.rfc-editor.org/rfc/rfc6265#section-5.3 */
function* byServer(file: SourceFile): Generator<CookieRemovalExposure> {
  const removals = cookiesOf(file).filter(({ cookie }) => cookie.operation === 'remove');
  if (removals.length === 0) return;
  const around = file.facts ? new Set([file, ...file.facts.filesAbout(file, /\.cookie\s*\(|setCookie/)]) : [file];
  const set = [...around].flatMap((one) => cookiesOf(one)).filter(({ cookie }) => cookie.operation === 'write' && !isRemoval(cookie));
  for (const { cookie, name } of removals) {
    const alike = set.filter((one) => one.name === name);
    const lacking = alike.map((one) => lacks(one.cookie, cookie));
    const [first] = lacking;
    // Where one way to set it is taken away so, or cannot be seen, the others may be another app's.
    if (first && lacking.every((one) => one !== undefined))
      yield {
        kind: 'cookie-stays',
        form: 'attributes',
        file,
        node: cookie.node,
        name,
        lacking: first,
        where: whereIs(file, { file: alike[0]!.file, node: alike[0]!.cookie.node }),
      };
  }
}

/** `res.cookie('token', '', { maxAge: 0 })`. */
function isRemoval({ attributes }: ServerCookie): boolean {
  const entries = attributes && shapeOf(attributes)?.entries;
  return (
    entries !== undefined &&
    (entries.has('expires') ||
      [...entries.values()].some(
        ({ name, value }) => /^max-?age$/i.test(name) && /^(?:0|-1)$/.test(textOf(entries.get(name)!.file, value)),
      ))
  );
}

/** The attribute by which the removal means another cookie than the one that is set, as code; undefined where it may be the same. */
function lacks(set: ServerCookie, removed: ServerCookie): string | undefined {
  const [before, after] = [shape(set), shape(removed)];
  if (!before || !after) return undefined;
  const [domain, ownDomain] = [said(before, 'domain'), said(after, 'domain')];
  if (domain !== undefined && ownDomain === undefined) return `domain: ${domain}`;
  const [path = "'/'", ownPath = "'/'"] = [said(before, 'path'), said(after, 'path')];
  return isText(path) && isText(ownPath) && path.slice(1, -1) !== ownPath.slice(1, -1) ? `path: ${path}` : undefined;
}

function isText(code: string): boolean {
  return /^(['"]).*\1$/.test(code);
}

const NONE: ObjectShape = { entries: new Map(), open: false };

/** All that is known of a cookie's attributes; undefined where there may be more. */
function shape({ attributes }: ServerCookie): ObjectShape | undefined {
  if (!attributes) return NONE;
  const found = shapeOf(attributes);
  return found?.open === false ? found : undefined;
}

function said({ entries }: ObjectShape, name: string): string | undefined {
  const entry = entries.get(name);
  const code = entry && textOf(entry.file, entry.value);
  return code === 'undefined' ? undefined : code;
}

/** A script takes away a cookie that it cannot see: https://www.rfc-editor.org/rfc/rfc6265#section-5.3, step 11. */
function* byScript(file: SourceFile): Generator<CookieRemovalExposure> {
  const known = file.facts?.httpOnlyCookies;
  if (!known || known.size === 0) return;
  for (const access of accessesOf(file)) {
    if (access.operation !== 'remove' || access.api.medium !== 'script-cookie' || !access.key) continue;
    const { text: name } = judgeKey(file, access.key, 'script-cookie');
    const where = name === undefined ? undefined : known.get(name);
    if (name !== undefined && where !== undefined && runtimeAt(file, access.node) !== 'server' && !isScriptsOwn(file, name))
      yield { kind: 'cookie-stays', form: 'script', file, node: access.node, name, lacking: '', where };
  }
}

/**
 * Where a server hides a cookie that code of a page asks for and never sets: what asks gets it while the page is rendered on a server,
 * and nothing in a browser. Undefined where that is not known.
 */
export function hiddenByServer(file: SourceFile, name: string): string | undefined {
  const where = file.facts?.httpOnlyCookies.get(name);
  return where === undefined || isScriptsOwn(file, name) ? undefined : where;
}

/** Whether scripts of the package write a cookie of the name themselves: that is the one they take away. */
function isScriptsOwn(file: SourceFile, name: string): boolean {
  return (file.facts?.filesAbout(file, /cookie/i) ?? []).some((one) =>
    storageExposures(one).some(({ kind, key }) => kind === 'cookie-write' && key.text === name),
  );
}

/** The names of the cookies that a server sets with HttpOnly, each with its line. */
export function* httpOnlyCookiesOf(file: SourceFile): Generator<readonly [name: string, line: number]> {
  for (const { name, states, node } of cookieExposures(file))
    if (name !== '' && states.httpOnly === 'set') yield [name, positionOf(file, node.range[0]).line];
}
