import { createRequire } from 'node:module';
import type Picomatch from 'picomatch';
import type { NameSettings } from '../credentials/names.ts';
import type { NamePattern } from '../credentials/name-patterns.ts';
import { namePattern } from '../credentials/name-patterns.ts';

/** The libraries that a team's own client may be like. */
const CLIENT_LIBRARIES = ['axios', 'fetch', 'got', 'jquery', 'ky', 'ofetch', 'superagent', 'umi-request', 'wretch'] as const;

/** An HTTP client of the team's own, by the module and export that give it. */
export interface OwnClient {
  /** The module as its end: `lib/http` is `./lib/http`, `../lib/http.js` and `@/lib/http` alike; a package by its name. */
  readonly module: string;
  readonly export: string;
  /** The library whose calls it has: `http.get(url, config)` as axios, `request(url, init)` as fetch. */
  readonly like: (typeof CLIENT_LIBRARIES)[number];
  /** Whether it sends the session's cookie by itself. */
  readonly sendsCredentials: boolean;
}

/** A storage of the team's own, by the module that gives it. */
export interface OwnStorage {
  /** The module, as a client's. */
  readonly module: string;
  /** The export; all of them where none is named. */
  readonly export?: string;
  /** Where it keeps things, which decides the rule that answers. Without one: `browser`. */
  readonly kind: 'browser' | 'cookie' | 'native';
}

/** `settings.httponly` of an ESLint configuration, or the `httponly` part of a package.json, read and checked. */
export interface Settings {
  readonly names: NameSettings;
  /** Whether a path is said to run in a browser, or on a server. */
  readonly runtime: { readonly browser: (path: string) => boolean; readonly server: (path: string) => boolean };
  /**
   * The team's own API where requests name it in full: by its origin (`https://api.example.com`), or by the environment
   * variable that holds its address (`VITE_API_URL`).
   */
  readonly apiOrigins: readonly string[];
  /** Whether test files are looked at too. */
  readonly tests: boolean;
  /** Paths of endpoints that hand tokens to programs, not to browsers: `/api/auth/token`. */
  readonly programmaticEndpoints: readonly string[];
  /** Functions that make HTML safe: `cleanHtml`, `html.clean`, `@acme/html#clean`. */
  readonly sanitizers: readonly string[];
  /** Functions that log, and objects whose methods do: `audit`, `@acme/log#default`. */
  readonly loggers: readonly string[];
  /** The team's own HTTP clients. */
  readonly clients: readonly OwnClient[];
  /** The team's own storages, whose functions begin with a verb: `get`, `save`, `remove`. */
  readonly storages: readonly OwnStorage[];
}

/** The settings as people write them. */
export interface RawSettings {
  /** Names that are credentials here, beside the built-in ones: `"spaceTicket"` or `"/^sk_/"`. */
  readonly credentialNames?: readonly string[];
  /** Names that are not, though they look so. */
  readonly ignoreNames?: readonly string[];
  readonly runtime?: { readonly browser?: readonly string[]; readonly server?: readonly string[] };
  readonly apiOrigins?: readonly string[];
  readonly tests?: boolean;
  readonly programmaticEndpoints?: readonly string[];
  readonly sanitizers?: readonly string[];
  readonly loggers?: readonly string[];
  readonly clients?: readonly (Pick<OwnClient, 'module'> & Partial<OwnClient>)[];
  readonly storages?: readonly (Pick<OwnStorage, 'module'> & Partial<OwnStorage>)[];
}

const never = (): boolean => false;

export const DEFAULT_SETTINGS: Settings = {
  names: { credentialNames: [], ignoreNames: [] },
  runtime: { browser: never, server: never },
  apiOrigins: [],
  tests: false,
  programmaticEndpoints: [],
  sanitizers: [],
  loggers: [],
  clients: [],
  storages: [],
};

const read = new WeakMap<object, Settings>();

/**
 * Reads the settings once for each object that holds them.
 *
 * @throws {TypeError} When a setting is unknown or of the wrong type: a typing mistake must not switch a check off.
 */
export function readSettings(raw: unknown): Settings {
  if (raw === undefined || raw === null) return DEFAULT_SETTINGS;
  if (typeof raw !== 'object' || Array.isArray(raw)) throw new TypeError('settings.httponly must be an object.');
  let settings = read.get(raw);
  if (!settings) read.set(raw, (settings = parse(raw as Record<string, unknown>)));
  return settings;
}

function parse(raw: Record<string, unknown>): Settings {
  const known = new Set([
    'credentialNames',
    'ignoreNames',
    'runtime',
    'apiOrigins',
    'tests',
    'programmaticEndpoints',
    'sanitizers',
    'loggers',
    'clients',
    'storages',
  ]);
  for (const name of Object.keys(raw)) {
    if (!known.has(name)) throw new TypeError(`settings.httponly.${name} is not a setting. Known settings: ${[...known].join(', ')}.`);
  }
  if (raw['tests'] !== undefined && typeof raw['tests'] !== 'boolean')
    throw new TypeError('settings.httponly.tests must be true or false.');
  const runtime = raw['runtime'] ?? {};
  if (typeof runtime !== 'object') throw new TypeError('settings.httponly.runtime must be an object with `browser` and `server`.');
  const globs = runtime as Record<string, unknown>;
  return {
    names: { credentialNames: patterns(raw, 'credentialNames'), ignoreNames: patterns(raw, 'ignoreNames') },
    runtime: { browser: matcher(strings(globs, 'browser')), server: matcher(strings(globs, 'server')) },
    apiOrigins: strings(raw, 'apiOrigins'),
    tests: raw['tests'] === true,
    programmaticEndpoints: strings(raw, 'programmaticEndpoints'),
    sanitizers: strings(raw, 'sanitizers'),
    loggers: strings(raw, 'loggers'),
    clients: ownClients(raw['clients'] ?? []),
    storages: ownStorages(raw['storages'] ?? []),
  };
}

/** Whether the team's own words or modules may be in a file, so that no hint of ours can say that nothing is. */
export function hasOwnWords(settings: Settings, text: string): boolean {
  // Most people set nothing, and every rule asks of every file.
  if (settings === DEFAULT_SETTINGS) return false;
  const { names, clients, storages, loggers } = settings;
  const isNamed = ({ module }: OwnClient | OwnStorage): boolean => text.includes(module.split('/').at(-1)!);
  // The last word of `audit`, `log.audit`, `@acme/log#audit`; of `@acme/log#default` the module's.
  const isLogger = (name: string): boolean =>
    text.includes(
      name
        .replace(/#default$/, '')
        .split(/[/#.]/)
        .at(-1)!,
    );
  return names.credentialNames.length > 0 || clients.some(isNamed) || storages.some(isNamed) || loggers.some(isLogger);
}

function ownClients(raw: unknown): OwnClient[] {
  const at = 'settings.httponly.clients';
  if (!Array.isArray(raw)) throw new TypeError(`${at} must be a list of objects with \`module\`.`);
  return raw.map((one: unknown) => {
    const {
      module,
      export: exported = 'default',
      like = 'fetch',
      sendsCredentials = true,
      ...others
    } = (typeof one === 'object' && one !== null ? one : {}) as Record<string, unknown>;
    if (typeof module !== 'string' || module === '') throw new TypeError(`${at}: each needs a \`module\`, such as "lib/http".`);
    if (typeof exported !== 'string') throw new TypeError(`${at}: \`export\` must be the name of an export.`);
    const library = CLIENT_LIBRARIES.find((name) => name === like);
    if (!library) throw new TypeError(`${at}: \`like\` must be one of ${CLIENT_LIBRARIES.join(', ')}.`);
    if (typeof sendsCredentials !== 'boolean') throw new TypeError(`${at}: \`sendsCredentials\` must be true or false.`);
    const [unknown] = Object.keys(others);
    if (unknown !== undefined) throw new TypeError(`${at}: ${unknown} is not one of module, export, like and sendsCredentials.`);
    return { module, export: exported, like: library, sendsCredentials };
  });
}

function ownStorages(raw: unknown): OwnStorage[] {
  const at = 'settings.httponly.storages';
  if (!Array.isArray(raw)) throw new TypeError(`${at} must be a list of objects with \`module\`.`);
  return raw.map((one: unknown) => {
    const {
      module,
      export: exported,
      kind = 'browser',
      ...others
    } = (typeof one === 'object' && one !== null ? one : {}) as Record<string, unknown>;
    if (typeof module !== 'string' || module === '') throw new TypeError(`${at}: each needs a \`module\`, such as "lib/storage".`);
    if (exported !== undefined && typeof exported !== 'string') throw new TypeError(`${at}: \`export\` must be the name of an export.`);
    if (kind !== 'browser' && kind !== 'cookie' && kind !== 'native')
      throw new TypeError(`${at}: \`kind\` must be "browser", "cookie" or "native".`);
    const [unknown] = Object.keys(others);
    if (unknown !== undefined) throw new TypeError(`${at}: ${unknown} is not one of module, export and kind.`);
    return { module, kind, ...(exported !== undefined && { export: exported }) };
  });
}

function strings(from: Record<string, unknown>, name: string): string[] {
  const value = from[name] ?? [];
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string'))
    throw new TypeError(`settings.httponly.${name} must be a list of texts.`);
  return value;
}

/** @throws {TypeError} For a regular expression that is none, or that some name keeps busy for ever. */
function patterns(from: Record<string, unknown>, setting: string): NamePattern[] {
  return strings(from, setting).map((text) => {
    const pattern = patternOf(text, setting);
    if (!(pattern instanceof RegExp)) return pattern;
    const isSafe = createRequire(import.meta.url)('safe-regex2') as (pattern: RegExp) => boolean;
    if (isSafe(pattern)) return pattern;
    throw new TypeError(
      `settings.httponly.${setting}: ${text} repeats what it repeats, which can take for ever. Say it without a repetition in another one.`,
    );
  });
}

function patternOf(text: string, setting: string): NamePattern {
  try {
    return namePattern(text);
  } catch (error) {
    throw new TypeError(`settings.httponly.${setting}: ${text} is no regular expression (${(error as Error).message}).`, { cause: error });
  }
}

/** Globs match from any folder on: `client/**` matches in every package. */
function matcher(globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return never;
  // Few people set it, and it takes longer to load than all of the rules: asked for, not imported.
  const picomatch = createRequire(import.meta.url)('picomatch') as typeof Picomatch;
  const match = picomatch(
    globs.map((glob) => (/^(?:\/|\*\*|\.)/.test(glob) ? glob : `**/${glob}`)),
    { dot: true },
  );
  return (path) => match(path.replaceAll('\\', '/'));
}
