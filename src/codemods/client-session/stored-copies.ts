import { storageExposures } from '../../exposures/storage.ts';
import type { StorageExposure } from '../../exposures/index.ts';
import { accessesOf, readAt } from '../../exposures/storage-accesses.ts';
import { judgeKey } from '../../exposures/storage-keys.ts';
import type { StorageAccess } from '../../apis/storage/index.ts';
import { sourcesOf } from '../../flow/back.ts';
import type { Location } from '../../flow/location.ts';
import { declaredName, locationOf } from '../../flow/location.ts';
import type { Node } from '../../syntax/nodes.ts';
import { bare, isNothing, propertyName } from '../../syntax/nodes.ts';
import { readsOf, variableOf } from '../../syntax/bindings.ts';
import type { Place } from '../../flow/resolve.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { givenBy, MOST_PLACES, readsBehind } from './carriers.ts';
import type { TokenRead } from './found.ts';
import { chosenAs, propGiven, propTaken } from './page-props.ts';

/** Copies of the session's token that pages keep in a storage. */
export interface StoredCopies {
  /** The calls that keep and throw away copies. */
  readonly accesses: readonly StorageExposure[];
  /** What reads a copy, as if it read the session. */
  readonly reads: readonly TokenRead[];
  /** Where a token from elsewhere gets under a key that copies are kept under: the copies under it are none of the above. */
  readonly others: readonly Place[];
}

/** Finds the copies of what the given reads take out of the session. */
export function storedCopies(files: readonly SourceFile[], reads: readonly TokenRead[]): StoredCopies {
  const byNode = new Map(reads.map((read) => [givenBy(read), read]));
  const stored = files.flatMap((file) => storageExposures(file));
  const kept = new Map<string, TokenRead>();
  for (const { kind, key, access } of stored) {
    const value = kind.endsWith('-write') && key.text !== undefined ? access.value : undefined;
    const [read] = value ? readsBehind(value.file, value.node, byNode) : [];
    if (read && bare(value!.node).type !== 'ObjectExpression') kept.set(key.text!, read);
  }
  const others = kept.size === 0 ? new Map<string, readonly Place[]>() : otherTokens(files, new Set(kept.keys()), byNode);
  for (const key of others.keys()) kept.delete(key);
  const ofCopies = stored.filter(({ key }) => key.text !== undefined && kept.has(key.text));
  return {
    accesses: ofCopies.filter(({ kind }) => !kind.endsWith('-read')),
    reads: ofCopies.flatMap(({ kind, key, file, node }) =>
      kind.endsWith('-read') && node.type === 'CallExpression' ? [{ ...kept.get(key.text!)!, file, node, of: undefined }] : [],
    ),
    others: [...others.values()].flat(),
  };
}

/**
 * What is written under keys of copies and does not come from the session, by key. Whatever the storage: who asks for a key
 * by a function of the app may ask several. What cannot be followed may be a token of another sign-in.
 */
function otherTokens(
  files: readonly SourceFile[],
  keys: ReadonlySet<string>,
  reads: ReadonlyMap<Node, TokenRead>,
): Map<string, readonly Place[]> {
  const keyOf = (file: SourceFile, { key, api }: StorageAccess): string | undefined => key && judgeKey(file, key, api.medium).text;
  const others = new Map<string, Place[]>();
  for (const file of files) {
    for (const access of accessesOf(file)) {
      const { operation, node, value, later = [] } = access;
      const key = operation === 'write' || operation === 'keep' ? keyOf(file, access) : undefined;
      if (key === undefined || !keys.has(key)) continue;
      const isCopy = (at: Place): boolean => {
        const read = readAt(at.file, at.node);
        return read !== undefined && keyOf(at.file, read) === key;
      };
      const given = [...(value ? [value] : []), ...later];
      const found = given.flatMap((one) => otherGivers(locationOf(one.file, one.node), { reads, isCopy }));
      // A write of which it is not seen what it writes.
      if (operation === 'write' && !value) found.push({ file, node });
      if (found.length > 0) others.set(key, [...(others.get(key) ?? []), ...found]);
    }
  }
  return others;
}

/** What is known to be the session's token. */
interface Known {
  readonly reads: ReadonlyMap<Node, TokenRead>;
  readonly isCopy: (at: Place) => boolean;
}

/** Where something else than the session's token gets into a value: of a function that keeps both, the calls that hand it over. */
function otherGivers(at: Location, known: Known, seen = new Set<Location>()): Place[] {
  if (seen.has(at)) return [];
  seen.add(at);
  const { isOfSession, isOfOthers } = comesOf(at, known);
  if (!isOfOthers) return [];
  return isOfSession ? sourcesOf(at).flatMap((next) => otherGivers(next, known, seen)) : [{ file: at.file, node: at.node }];
}

/** Whether a value comes from the session, and whether from elsewhere; what stands for no token comes from neither. */
function comesOf(from: Location, { reads, isCopy }: Known): { readonly isOfSession: boolean; readonly isOfOthers: boolean } {
  const seen = new Set<Location>([from]);
  let isOfSession = false;
  let isOfOthers = false;
  for (const at of seen) {
    const { file, node, path } = at;
    if (path.length === 0 && (reads.has(node) || reads.has(declaredName(file, node)) || isCopy(at))) isOfSession = true;
    else if (!isNothing(node)) {
      const sources = seen.size < MOST_PLACES ? sourcesOf(at) : [];
      if (sources.length === 0) isOfOthers = true;
      for (const next of sources) seen.add(next);
    }
  }
  return { isOfSession, isOfOthers };
}

/** Tokens that `getServerSideProps` hands to the page of its file. */
export interface HandedProps {
  /** What hands them over. */
  readonly given: readonly Place[];
  /** What the page takes them as. */
  readonly reads: readonly TokenRead[];
  /** Reads of the server that are for nothing else. */
  readonly handed: ReadonlySet<TokenRead>;
}

/** Finds the tokens among what the given reads take out of the session that pages are handed as props. */
export function handedProps(reads: readonly TokenRead[]): HandedProps {
  const handed = new Set<TokenRead>();
  const given: Place[] = [];
  const taken: TokenRead[] = [];
  for (const read of reads) {
    const { file } = read;
    const names = namesOf(read);
    if (propGiven(givenBy(read)) ?? (names.length > 0 && names.every(propGiven))) handed.add(read);
    for (const node of [givenBy(read), ...names]) {
      const prop = propGiven(node);
      if (!prop) continue;
      given.push({ file, node: prop });
      for (const one of propTaken(file, propertyName(prop) ?? ''))
        if (one.type === 'Property' || one.type === 'MemberExpression') taken.push({ ...read, node: one, of: undefined });
    }
  }
  return { given, reads: taken, handed };
}

/** Where the variable is read that is given the token. */
function namesOf({ file, node }: TokenRead): readonly Node[] {
  const { parent } = chosenAs(node);
  const name = node.type === 'Property' ? givenBy({ node }) : parent?.type === 'VariableDeclarator' ? parent.id : undefined;
  const variable = name?.type === 'Identifier' ? variableOf(file, name) : undefined;
  return variable ? readsOf(variable) : [];
}

/** Takes out what keeps copies. @returns What it kept. */
export function dropCopies({ accesses }: StoredCopies, of: (file: SourceFile) => CodemodContext): Place[] {
  return accesses.flatMap(({ file, node, access }) => {
    of(file).changes.remove(node);
    return access.value ? [{ file: access.value.file, node: access.value.node }] : [];
  });
}
