import { jwtLibraries } from '../apis/jwt/index.ts';
import type { JwtApi, TokenSigning } from '../apis/jwt/index.ts';
import { storages, teamStorage } from '../apis/storage/index.ts';
import type { StorageAccess, StorageApi } from '../apis/storage/index.ts';
import { mentioned } from '../syntax/hints.ts';
import type { CallNode, FunctionNode, Node } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile } from '../syntax/source-file.ts';

/** The JWT libraries that a file may use, by its text. */
export const jwtLibrariesIn = mentioned<JwtApi>(jwtLibraries);

/** Every call in the file that signs a token, by its node. */
export const signingsOf = perFile((file): ReadonlyMap<Node, TokenSigning> => {
  const found = new Map<Node, TokenSigning>();
  for (const api of jwtLibrariesIn(file)) for (const signing of api.signings?.(file) ?? []) found.set(signing.node, signing);
  return found;
});

/** Functions to which a signed token is handed as a parameter. */
export const tokenCallbacks = perFile(
  (file): ReadonlyMap<FunctionNode, { readonly index: number; readonly call: string; readonly node: CallNode }> => {
    const found = new Map<FunctionNode, { index: number; call: string; node: CallNode }>();
    for (const { callback, api, node, call = api.signCall } of signingsOf(file).values())
      if (callback) found.set(callback.fn, { index: callback.index, call, node });
    return found;
  },
);

const storagesIn = mentioned(storages);

/** Those that a file may get from another, by the names of what they do. */
const storagesFromElsewhere = mentioned(storages.flatMap((api) => (api.linkedHint ? [{ hint: api.linkedHint, api }] : [])));

function storagesOf(file: SourceFile): readonly StorageApi[] {
  const named = storagesIn(file);
  if (!file.links) return named;
  const more = storagesFromElsewhere(file).flatMap(({ api }) => (named.includes(api) ? [] : [api]));
  return more.length > 0 ? [...named, ...more] : named;
}

/** Every place where the file itself touches a storage, in no particular order. Calls of wrappers are not among them. */
export const directAccessesOf = perFile((file): readonly StorageAccess[] => [
  ...storagesOf(file).flatMap((api) => [...api.accesses(file)]),
  ...(file.settings.storages.length > 0 ? teamStorage.accesses(file) : []),
]);
