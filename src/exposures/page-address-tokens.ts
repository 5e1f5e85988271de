import path from 'node:path';
import { addressParametersOf } from '../apis/navigation/address-parameters.ts';
import { destinationsOf } from '../flow/back.ts';
import type { Location } from '../flow/location.ts';
import { locationOf } from '../flow/location.ts';
import type { Node } from '../syntax/nodes.ts';
import { enclosingFunction, functionName } from '../syntax/nodes.ts';
import { runtimeAt } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile } from '../syntax/source-file.ts';
import type { PageAddressExposure } from './exposure.ts';
import { FOR_ONCE, isSession } from './query-tokens.ts';
import { storageExposures } from './storage.ts';

/** Text without which no page takes a session out of its own address. */
export const PAGE_ADDRESS_HINT = [/token|jwt/i, /location|quer|searchParams|\bhash\b/i];

/** Places where a page takes the session's token out of its own address, and keeps it. */
export const pageAddressExposures = perFile((file): readonly PageAddressExposure[] =>
  addressParametersOf(file)
    .filter(({ node, key }) => isSession(file, key) && runtimeAt(file, node) !== 'server' && !isForOnce(file, node, key))
    .flatMap(({ node, key }) => {
      const kept = keptAt(file, node);
      return kept ? [{ kind: 'token-from-page-address' as const, file, node, key, storage: kept }] : [];
    }),
);

/** Pages that links of mails open: what these carry is good once. */
function isForOnce(file: SourceFile, node: Node, key: string): boolean {
  const names = [key, path.basename(file.path)];
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) names.push(functionName(fn) ?? '');
  // The page to which a sign-in elsewhere comes back is what this is about.
  return FOR_ONCE.test(names.join(' ').replaceAll(/callback|oauth|sso|sign-?_?up|register/gi, ''));
}

/** How many places a value is followed to. What goes further goes everywhere. */
const MOST_PLACES = 60;

/** The storage in which the value is kept as a credential, in this file or where it is handed to. */
function keptAt(file: SourceFile, node: Node): string | undefined {
  const found = new Set<Location>([locationOf(file, node.type === 'Property' ? node.value : node)]);
  for (const at of found) {
    const write = storageExposures(at.file).find(({ kind, access }) => kind.endsWith('-write') && access.value?.node === at.node);
    if (write) return write.access.storage;
    if (found.size < MOST_PLACES) for (const next of destinationsOf(at)) found.add(next);
  }
  return undefined;
}
