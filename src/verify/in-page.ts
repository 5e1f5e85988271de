import type { ReadableText } from './tokens.ts';

/** What of a browser the function below uses. It runs in the page, so it names nothing of this file but its types. */
interface Page {
  [name: string]: unknown;
  readonly localStorage: Readonly<Record<string, string>>;
  readonly sessionStorage: Readonly<Record<string, string>>;
  readonly name: string;
  readonly history: { readonly state: unknown };
  readonly location: { readonly href: string };
  readonly indexedDB?: { databases?(): Promise<{ readonly name?: string }[]>; open(name: string): OpenRequest };
  readonly caches?: { keys(): Promise<string[]>; open(name: string): Promise<PageCache> };
  readonly document: PageElement & { readonly cookie: string; readonly referrer: string };
  readonly Element: abstract new () => PageElement;
}
interface StoreRequest {
  onsuccess: () => void;
  onerror: () => void;
  readonly result: unknown[];
}
interface ObjectStore {
  getAll(query: null, count: number): StoreRequest;
  getAllKeys(query: null, count: number): StoreRequest;
}
interface Database {
  readonly objectStoreNames: Iterable<string>;
  transaction(store: string): { objectStore(name: string): ObjectStore };
  close(): void;
}
interface OpenRequest {
  onsuccess: () => void;
  onerror: () => void;
  readonly result: Database;
}
interface PageCache {
  keys(): Promise<{ readonly url: string }[]>;
  match(request: unknown): Promise<{ text(): Promise<string>; readonly headers: { get(name: string): string | null } } | undefined>;
}
interface PageElement {
  readonly tagName: string;
  readonly id: string;
  readonly type?: string;
  readonly value?: unknown;
  readonly src?: string;
  readonly textContent: string | null;
  readonly shadowRoot?: PageElement | null;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** How much of a page is read. */
export interface PageLimits {
  /** What every window has, which no page has put there. */
  readonly ownNames: readonly string[];
  /** Objects behind globals. */
  readonly objects: number;
  /** Records of each store, answers of each cache. */
  readonly records: number;
}

/** What a page's scripts can read now. */
export interface PageTexts {
  readonly texts: readonly ReadableText[];
  /** What was too much to be read whole. */
  readonly cut: readonly string[];
}

/**
 * Reads what any script of the page can read: storages, databases, caches, cookies, globals, the document, its history and
 * its address. It is handed to the page as text, and is a single function for that reason.
 */
export async function readPage({ ownNames, objects, records }: PageLimits): Promise<PageTexts> {
  const page = globalThis as unknown as Page;
  const texts: ReadableText[] = [];
  const cut: string[] = [];
  const add = (place: string, name: string, text: unknown): void => {
    if (typeof text === 'string' && text.length >= 12) texts.push({ place, name, text });
  };
  const tried = async (read: () => unknown): Promise<void> => {
    try {
      await read();
    } catch {
      // A sandboxed page has no storage, a broken database no records: a script of it can read neither.
    }
  };
  /** Strings of an object and of what hangs on it, without calling anything. */
  const walk = (place: string, name: string, root: unknown): void => {
    // The window itself is read name by name.
    const seen = new Set<unknown>([page]);
    const stack: [string, unknown][] = [[name, root]];
    for (let next = stack.pop(); next; next = stack.pop()) {
      const [path, value] = next;
      if (typeof value === 'string') add(place, path, value);
      if (typeof value !== 'object' || value === null || seen.has(value) || value instanceof page.Element) continue;
      if (seen.size >= objects) {
        if (!cut.includes(place)) cut.push(place);
        return;
      }
      seen.add(value);
      const inner: [string, unknown][] =
        value instanceof Map
          ? [...(value as Map<unknown, unknown>)].map(([key, one]) => [String(key), one])
          : value instanceof Set
            ? [...(value as Set<unknown>)].map((one, index) => [String(index), one])
            : Object.entries(Object.getOwnPropertyDescriptors(value)).map(([key, one]) => [key, one.value as unknown]);
      for (const [key, one] of inner.reverse()) stack.push([path === '' ? key : `${path}.${key}`, one]);
    }
  };
  const entries = async (request: StoreRequest): Promise<unknown[]> =>
    new Promise((resolve) => {
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        resolve([]);
      };
    });
  const readStore = async (database: Database, store: string, name: string): Promise<void> => {
    const open = (): ObjectStore => database.transaction(store).objectStore(store);
    const [keys, values] = [await entries(open().getAllKeys(null, records)), await entries(open().getAll(null, records))];
    if (values.length === records) cut.push(`IndexedDB ${name}/${store}`);
    values.forEach((value, index) => {
      walk('IndexedDB', `${name}/${store}/${String(keys[index])}`, value);
    });
  };
  const readDatabase = async (name: string): Promise<void> => {
    const request = page.indexedDB!.open(name);
    const database = await new Promise<Database | undefined>((resolve) => {
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        resolve(undefined);
      };
    });
    for (const store of database?.objectStoreNames ?? []) await tried(() => readStore(database!, store, name));
    database?.close();
  };
  const readCache = async (name: string): Promise<void> => {
    const cache = await page.caches!.open(name);
    const requests = await cache.keys();
    if (requests.length > records) cut.push(`Cache Storage ${name}`);
    for (const request of requests.slice(0, records)) {
      const response = await cache.match(request);
      if (/json|text\/plain|html/.test(response?.headers.get('content-type') ?? 'json'))
        add('Cache Storage', `${name} ${request.url}`, await response?.text());
    }
  };
  const readElement = (element: PageElement): void => {
    const label = `<${element.tagName.toLowerCase()}${element.id && `#${element.id}`}>`;
    for (const { name, value } of element.attributes) add('document', `${label}.${name}`, value);
    if (element.type !== 'password' && typeof element.value === 'string') add('document', `${label}.value`, element.value);
    if (/^(?:SCRIPT|TEXTAREA|TEMPLATE)$/.test(element.tagName) && !element.src) add('document', label, element.textContent);
    if (element.shadowRoot) for (const inner of element.shadowRoot.querySelectorAll('*')) readElement(inner);
  };

  for (const storage of ['localStorage', 'sessionStorage'] as const)
    await tried(() => {
      for (const [key, value] of Object.entries(page[storage])) add(storage, key, value);
    });
  await tried(async () => {
    for (const { name } of (await page.indexedDB?.databases?.()) ?? []) if (name !== undefined) await tried(() => readDatabase(name));
  });
  await tried(async () => {
    for (const name of (await page.caches?.keys()) ?? []) await tried(() => readCache(name));
  });
  await tried(() => {
    for (const one of page.document.cookie.split('; ')) add('document.cookie', one.split('=')[0]!, one.slice(one.indexOf('=') + 1));
  });
  const own = new Set(ownNames);
  const globals = Object.getOwnPropertyDescriptors(page) as Record<string, PropertyDescriptor>;
  for (const name of Object.keys(globals))
    if (!own.has(name))
      await tried(() => {
        walk('window', name, globals[name]!.value);
      });
  add('window', 'name', page.name);
  await tried(() => {
    walk('history.state', '', page.history.state);
  });
  add('address', 'location', page.location.href);
  add('address', 'document.referrer', page.document.referrer);
  for (const element of page.document.querySelectorAll('*')) readElement(element);
  const shown = page.document.querySelectorAll('body');
  for (const body of shown) add('document', 'text', body.textContent);
  return { texts, cut };
}

/** What a service worker's scripts can read besides: its own globals. */
export function readWorker(ownNames: readonly string[]): string {
  const worker = globalThis as unknown as Record<string, unknown>;
  const own = new Set(ownNames);
  const seen = new Set<unknown>();
  return JSON.stringify(
    Object.fromEntries(
      Object.keys(worker)
        .filter((name) => !own.has(name))
        .map((name) => [name, worker[name]]),
    ),
    (_key, value: unknown) => {
      if (typeof value !== 'object' || value === null) return typeof value === 'function' ? undefined : value;
      if (seen.has(value) || seen.size > 1000) return undefined;
      seen.add(value);
      return value instanceof Map ? Object.fromEntries(value as Map<string, unknown>) : value;
    },
  );
}

/** A message that a window, a worker or a channel received. */
export interface PageMessage {
  readonly by: string;
  readonly text: string;
}

/** Runs in every page before its own scripts: hands on what messages say, and changes nothing of how they travel. */
export function watchMessages(binding: string): void {
  interface Target {
    addEventListener(type: string, listener: (event: { readonly data: unknown }) => void, options: boolean): void;
  }
  const page = globalThis as unknown as Target & Record<string, unknown>;
  const tell = page[binding] as ((message: PageMessage) => void) | undefined;
  if (!tell) return;
  const say = (by: string, data: unknown): void => {
    try {
      const text = typeof data === 'string' ? data : JSON.stringify(data);
      if (text && text.length >= 12) tell({ by, text });
    } catch {
      // What is no text, as a picture, holds no token.
    }
  };
  page.addEventListener(
    'message',
    ({ data }) => {
      say('window', data);
    },
    true,
  );
  for (const kind of ['BroadcastChannel', 'MessagePort', 'Worker']) {
    const prototype = (page[kind] as { prototype: { postMessage: (...all: unknown[]) => void } } | undefined)?.prototype;
    if (!prototype) continue;
    const { postMessage } = prototype;
    prototype.postMessage = function (this: unknown, ...all: unknown[]) {
      say(kind, all[0]);
      postMessage.apply(this as never, all);
    };
  }
}
