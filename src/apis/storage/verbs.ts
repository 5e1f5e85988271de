import { namesWith, splitWords } from '../../credentials/words.ts';
import type { StorageAccess } from './storage-api.ts';

const VERBS: Readonly<Record<string, StorageAccess['operation']>> = {
  get: 'read',
  read: 'read',
  load: 'read',
  fetch: 'read',
  retrieve: 'read',
  from: 'read',
  use: 'read',
  set: 'write',
  save: 'write',
  store: 'write',
  write: 'write',
  put: 'write',
  add: 'write',
  persist: 'write',
  create: 'write',
  to: 'write',
  remove: 'remove',
  delete: 'remove',
  clear: 'remove',
  erase: 'remove',
};

/** Most calls are of other things: told by one look at their names. */
const BEGINS = new RegExp(`^_?(?:${Object.keys(VERBS).join('|')})`, 'i');

const HELPER = new RegExp(`${BEGINS.source}\\w*(?:cookie|storage)`, 'i');

/** Whether a text has a name that begins with such a verb and speaks of a storage: `setLocalStorage`, `get_cookie`. */
export function namesHelper(text: string): boolean {
  for (const name of namesWith(text, /cookie|storage/gi)) if (HELPER.test(name)) return true;
  return false;
}

/** Whether a name may begin with such a verb: the cheap question before {@link verbOf}. */
export function beginsWithVerb(name: string): boolean {
  return BEGINS.test(name);
}

/** What a function does with a storage, by the verb that its name begins with: `saveToken` writes. Undefined for other verbs. */
export function verbOf(name: string): StorageAccess['operation'] | undefined {
  if (!BEGINS.test(name)) return undefined;
  const verb = splitWords(name)[0] ?? '';
  return Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
}
