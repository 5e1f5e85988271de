import type { CallNode, Node } from '../../syntax/nodes.ts';
import { bare } from '../../syntax/nodes.ts';
import type { Origin } from '../../flow/origin.ts';
import { originOf } from '../../flow/origin.ts';
import { hint, mentions } from '../../syntax/hints.ts';
import { delegatedCallsOf, originOfDelegated } from '../../flow/delegated-calls.ts';
import { callsAmong } from '../../flow/known-calls.ts';
import { runtimeAt } from '../../syntax/runtime.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { Medium, StorageAccess, StorageApi, StorageOperation } from './storage-access.ts';
import { accessesOfCall } from './storage-calls.ts';
import { memberAccesses } from './storage-members.ts';

export type { Medium, StorageAccess, StorageApi, StorageKey, StorageOperation } from './storage-access.ts';

export const read = (key = 0): StorageOperation => ({ operation: 'read', key });
export const write = (key = 0, value = 1): StorageOperation => ({ operation: 'write', key, value });
export const remove = (key = 0): StorageOperation => ({ operation: 'remove', key });
export const keep = (key = 0, value = 1): StorageOperation => ({ operation: 'keep', key, value });
/** The same of an operation that takes many keys at once. */
export const many = (operation: StorageOperation): StorageOperation => ({ ...operation, many: true });
export const clear: StorageOperation = { operation: 'clear' };

/** A storage with keys, said as data. */
export interface KeyedStorage {
  readonly id: string;
  readonly medium: Medium;
  readonly hint: RegExp;
  readonly linkedHint?: RegExp;
  /** The objects that are the storage, by origin, each with its name for people. */
  readonly objects?: Readonly<Record<Origin, string>>;
  /** What the objects' methods do. */
  readonly methods?: Readonly<Record<string, StorageOperation>>;
  /** Functions that are the storage themselves, by origin: `{ 'cookies-next#setCookie': write() }`, with the name for people. */
  readonly functions?: Readonly<Record<Origin, StorageOperation>>;
  readonly functionsLabel?: string;
  /** What gives everything at once, so that its members are keys: `Cookies.get().token`. By origin, with the name for people. */
  readonly wholes?: Readonly<Record<Origin, string>>;
  /** Members that are not keys, where `storage.token` and `storage['token']` are keys: `length` and the like. */
  readonly notKeys?: ReadonlySet<string>;
}

/** Makes a storage of its description. */
export function keyedStorage(description: KeyedStorage): StorageApi {
  const { id, medium, hint, linkedHint, notKeys } = description;
  const { objects = {}, methods = {}, functions = {}, functionsLabel = id, wholes = {} } = description;
  const table = new Map<Origin, { storage: string; operation: StorageOperation }>();
  for (const [object, storage] of Object.entries(objects)) {
    for (const [method, operation] of Object.entries(methods)) table.set(join(object, method), { storage, operation });
  }
  for (const [origin, operation] of Object.entries(functions))
    table.set(origin, { storage: operation.storage ?? functionsLabel, operation });
  const names = new Set([...table.keys()].map((origin) => origin.split(/[.#]/).at(-1)!));
  const withMembers = new Map([...(notKeys ? Object.entries(objects) : []), ...Object.entries(wholes)]);
  const [sources, sourcesWithMembers] = [sourcesOf([...Object.keys(objects), ...Object.keys(functions)]), sourcesOf(withMembers.keys())];
  const api: StorageApi = {
    id,
    medium,
    hint,
    ...(linkedHint && { linkedHint }),
    storageAt: (file, node) => objects[originOf(file, node) ?? ''],
    *accesses(file) {
      if (mayReach(file, sources)) {
        for (const { node, origin } of callsAmong(file, names)) {
          const found = table.get(origin);
          if (found) yield* accessesOfCall(file, api, { node, arguments: node.arguments }, found.operation, found.storage);
        }
        for (const call of delegatedCallsOf(file)) {
          const found = table.get(originOfDelegated(file, call) ?? '');
          if (found) yield* accessesOfCall(file, api, call, found.operation, found.storage);
        }
      }
      if (withMembers.size > 0 && mayReach(file, sourcesWithMembers))
        yield* memberAccesses(file, api, (node) => storageAt(file, node, withMembers, table), notKeys ?? NO_NAMES);
    },
  };
  return api;
}

/**
 * What has to be written in a file that comes to origins by itself: `'js-cookie'` for `js-cookie#get`, `chrome` for
 * `chrome.storage`, `cookies` for `this.props.cookies`.
 */
function sourcesOf(origins: Iterable<Origin>): RegExp {
  const sources = new Set(
    [...origins].map((origin) =>
      origin.includes('#') ? origin.slice(0, origin.indexOf('#', 1) + 1) : /^(?:this\.(?:props\.)?)?([$\w]+)/.exec(origin)![1]!,
    ),
  );
  const escaped = Array.from(sources, (source) => source.replace(/[$./]/g, '\\$&'));
  return hint(new RegExp(escaped.map((source) => (source.endsWith('#') ? `["'\`]${source.slice(0, -1)}["'\`]` : named(source))).join('|')));
}

/** A type's name (`Storage`) stands in many longer ones, a variable's in few. */
function named(source: string): string {
  return /^[A-Z]/.test(source) ? `\\b${source}\\b` : source;
}

/** Whether a file may come to one of them. Where other files are known it may get it from there. */
function mayReach(file: SourceFile, sources: RegExp): boolean {
  return file.links !== undefined || mentions(file, sources);
}

/** The part of a storage that is in browsers, where the same functions do another thing on a server. */
export function inBrowsers(api: StorageApi): StorageApi {
  return filtered(api, (file, access) => runtimeAt(file, access.node) !== 'server');
}

/** A storage without the calls that are told to keep things safe. */
export function unless(isSafe: (file: SourceFile, call: CallNode) => boolean, api: StorageApi): StorageApi {
  return filtered(api, (file, { node }) => {
    const call = callAround(node);
    return !call || !isSafe(file, call);
  });
}

function filtered(api: StorageApi, isIn: (file: SourceFile, access: StorageAccess) => boolean): StorageApi {
  return {
    ...api,
    *accesses(file) {
      for (const access of api.accesses(file)) if (isIn(file, access)) yield access;
    },
  };
}

/** The call that an access is, or one of whose many keys it is. */
function callAround(node: Node): CallNode | undefined {
  for (let at: Node | undefined = node; at && !at.type.endsWith('Statement'); at = at.parent)
    if (at.type === 'CallExpression' || at.type === 'NewExpression') return at;
  return undefined;
}

const NO_NAMES: ReadonlySet<string> = new Set();

function join(object: Origin, method: string): Origin {
  return object.endsWith('#') ? object + method : `${object}.${method}`;
}

/** The storage whose members are keys. `Cookies.get('user')` is one cookie, `Cookies.get()` is all of them. */
function storageAt(
  file: SourceFile,
  node: Node,
  withMembers: ReadonlyMap<Origin, string>,
  keyed: ReadonlyMap<Origin, unknown>,
): string | undefined {
  const origin = originOf(file, node);
  const storage = origin === undefined ? undefined : withMembers.get(origin);
  const inner = bare(node);
  return storage !== undefined &&
    origin!.endsWith('()') &&
    keyed.has(origin!.slice(0, -2)) &&
    inner.type === 'CallExpression' &&
    inner.arguments.length > 0
    ? undefined
    : storage;
}
