import { storageExposures } from '../../exposures/storage.ts';
import type { StorageExposure } from '../../exposures/index.ts';
import type { Node } from '../../syntax/nodes.ts';
import { bare, propertyName } from '../../syntax/nodes.ts';
import { readsOf, variableOf } from '../../syntax/bindings.ts';
import type { Place } from '../../flow/resolve.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { givenBy, readsBehind } from './carriers.ts';
import type { TokenRead } from './found.ts';
import { chosenAs, propGiven, propTaken } from './page-props.ts';

/** Copies of the session's token that pages keep in a storage. */
export interface StoredCopies {
  /** The calls that keep and throw away copies. */
  readonly accesses: readonly StorageExposure[];
  /** What reads a copy, as if it read the session. */
  readonly reads: readonly TokenRead[];
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
  const ofCopies = stored.filter(({ key }) => key.text !== undefined && kept.has(key.text));
  return {
    accesses: ofCopies.filter(({ kind }) => !kind.endsWith('-read')),
    reads: ofCopies.flatMap(({ kind, key, file, node }) =>
      kind.endsWith('-read') && node.type === 'CallExpression' ? [{ ...kept.get(key.text!)!, file, node, of: undefined }] : [],
    ),
  };
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
