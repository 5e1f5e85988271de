import { persistences } from '../apis/storage/persisted-state/index.ts';
import type { PersistedState, StatePart, StateTree } from '../apis/storage/persisted-state/index.ts';
import { readKeyName } from '../credentials/names.ts';
import { splitWords } from '../credentials/words.ts';
import { resolveValue } from '../flow/resolve.ts';
import { hintOfAny, mentioned } from '../syntax/hints.ts';
import type { Node } from '../syntax/nodes.ts';
import { isFunction } from '../syntax/nodes.ts';
import { shapeOf } from '../flow/objects.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile } from '../syntax/source-file.ts';
import { isCredential, NOT_A_CREDENTIAL } from './credential.ts';
import { evidenceFor } from './evidence.ts';
import { article } from './named-evidence.ts';
import type { PersistedExposure } from './exposure.ts';
import { isCredentialKey } from './storage-keys.ts';
import { promisedByType, startsEmpty } from './typed-credentials.ts';

/** Text without which no file persists a store's state. */
export const PERSISTED_HINT = hintOfAny(persistences);

/** A credential in a state that is persisted. */
interface Found {
  readonly path: string;
  readonly node: Node;
  readonly file: SourceFile;
  readonly kind: string;
  readonly reason: string;
}

const persistencesIn = mentioned(persistences);

/** Credentials in the parts of stores' states that a library writes to a storage. */
export const persistedExposures = perFile((file): readonly PersistedExposure[] => {
  const reported = new Set<Node>();
  return persistencesIn(file)
    .flatMap((api) => [...api.states(file)])
    .flatMap((state) =>
      credentialsIn(file, state).flatMap((found): PersistedExposure[] => {
        // Where the part stands in another file, the configuration that keeps it is what this file is told of, once.
        const node = found.file === file ? found.node : state.node;
        if (reported.has(node)) return [];
        reported.add(node);
        return [
          {
            kind: state.medium === 'native-storage' ? 'native-persisted-state' : 'persisted-state',
            file,
            node,
            library: state.library,
            ...(state.stored && { stored: state.stored }),
            name: found.path,
            what: article(found.kind),
            reason: found.reason,
          },
        ];
      }),
    );
});

function credentialsIn(file: SourceFile, persisted: PersistedState): Found[] {
  const { selection, state, name } = persisted;
  if (selection.kind === 'all') {
    if (state && state.parts.length > 0) return inTree(file, state, '', selection.without);
    const leavesOut = selection.without.some((path) => isCredentialKey(readKeyName(path, file.settings.names)));
    return name === undefined || leavesOut ? [] : byName(file, name, persisted.node);
  }
  return selection.parts.flatMap(({ path, node }) => {
    const part = state && partAt(state, path);
    const reading = readKeyName(path, file.settings.names);
    if (isCredentialKey(reading))
      return part && isOther(part)
        ? []
        : [{ path, node, file, kind: reading.kind, reason: `\`${path}\` is ${article(reading.kind)} by its name` }];
    if (!part) return byName(file, path, node);
    const inside = inPart(file, part, path, []);
    return (inside.length > 0 || part.inner || shapeOf({ file: part.file, node: part.value }) ? inside : byName(file, path, node)).map(
      (found) => ({ ...found, node, file }),
    );
  });
}

/** A part that the code does not show: the state of signing in holds the token where there is one. */
function byName(file: SourceFile, name: string, node: Node): Found[] {
  const words = splitWords(name.split('.').at(-1)!).filter((word) => !/^(?:reducers?|slice|store|state|module|persisted|root)$/.test(word));
  if (words.join('') !== 'auth' && words.join('') !== 'authentication') return [];
  return [{ path: name, node, file, kind: 'token', reason: `\`${name}\` is the state of signing in, and nothing leaves the token out` }];
}

function inTree(file: SourceFile, tree: StateTree, prefix: string, without: readonly string[]): Found[] {
  return tree.parts.flatMap((part) => {
    const path = prefix + part.name;
    return without.includes(part.name) || without.includes(path) ? [] : inPart(file, part, path, without);
  });
}

function inPart(file: SourceFile, part: StatePart, path: string, without: readonly string[]): Found[] {
  if (isOther(part)) return [];
  const reading = readKeyName(part.name, file.settings.names);
  const found = (kind: string, reason: string): Found[] => [{ path, node: part.node, file: part.file, kind, reason }];
  if (isCredentialKey(reading)) return found(reading.kind, `\`${path}\` is ${article(reading.kind)} by its name`);
  if (reading.trade !== undefined) return [];
  const evidence = evidenceFor(part.file, part.value);
  if (isCredential(evidence) && evidence.strength === 'flow') return found(evidence.kind, evidence.reason);
  if (part.inner) return inTree(file, part.inner, `${path}.`, without);
  const { node } = resolveValue({ file: part.file, node: part.value });
  const promised = startsEmpty(node) ? promisedByType(part.file, part.value) : undefined;
  if (promised) return found(promised.kind, `its type says that \`${path}.${promised.name}\` is ${article(promised.kind)}`);
  const tree = node.type === 'ObjectExpression' && path.split('.').length < 4 ? treeOfObject(part) : undefined;
  if (tree) return inTree(file, tree, `${path}.`, without);
  // A reducer or module from another file that cannot be seen.
  return node.type === 'Identifier' || node.type === 'MemberExpression' ? byName(file, part.name, part.node) : [];
}

function treeOfObject({ file, value }: StatePart): StateTree | undefined {
  const shape = shapeOf({ file, node: value });
  return (
    shape && {
      open: shape.open,
      parts: [...shape.entries.values()].map((entry) => ({ name: entry.name, file: entry.file, node: entry.node, value: entry.value })),
    }
  );
}

/** An action, a flag, a number, a list: what bears a token's name and is none. */
function isOther(part: StatePart): boolean {
  const { node } = resolveValue({ file: part.file, node: part.value });
  return isFunction(node) || (!part.inner && !startsEmpty(node) && evidenceFor(part.file, part.value) === NOT_A_CREDENTIAL);
}

function partAt(tree: StateTree, path: string): StatePart | undefined {
  const [first, ...rest] = path.split('.');
  const part = tree.parts.find(({ name }) => name === first);
  if (!part || rest.length === 0) return part;
  return part.inner && partAt(part.inner, rest.join('.'));
}
