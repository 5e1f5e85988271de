import type { Variable } from '@typescript-eslint/scope-manager';
import { contains } from '../syntax/nodes.ts';
import type { Changes, WantedImport } from './changes.ts';
import { isImported } from './imports.ts';

/**
 * Gives imports another name where the file has something of its own under theirs: an app may have an `apiFetch` too. What is new
 * of the file's code says the other name; what it had says its own.
 */
export function nameApart(changes: Changes): void {
  for (const wanted of changes.imports) {
    if (isImported(changes.file, wanted) || !isTaken(changes, wanted.local)) continue;
    const alias = freeName(changes, wanted);
    changes.rename(wanted, alias);
  }
}

/** Whether a name is declared where new code would say it, by something that stays. */
function isTaken(changes: Changes, name: string): boolean {
  const places = [...[...changes.replaced.keys()].map(({ range }) => range[0]), ...changes.inserted.map(({ at }) => at)];
  return changes.file.scopes.scopes.some(({ type, block, variables }) => {
    const isOfFile = (type as string) === 'module' || (type as string) === 'global';
    const isAround = isOfFile || places.some((at) => contains(block, { range: [at, at] }));
    return isAround && variables.some((variable) => variable.name === name && stays(changes, variable));
  });
}

function stays(changes: Changes, { defs }: Variable): boolean {
  return defs.some(({ name }) => !changes.isGone(name));
}

/** `apiFetch` is `sessionFetch` there, `hasSession` is `hasCookieSession`. */
function freeName(changes: Changes, { imported }: WantedImport): string {
  const wanted = imported === 'apiFetch' ? 'sessionFetch' : imported.replace(/Session/, 'CookieSession');
  const alias = wanted === imported ? `${imported}OfSession` : wanted;
  for (let left = alias; ; left += '_') if (!isTaken(changes, left)) return left;
}
