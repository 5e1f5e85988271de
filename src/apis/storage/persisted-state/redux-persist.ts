import type { Place } from '../../../flow/resolve.ts';
import { resolveValue } from '../../../flow/resolve.ts';
import { argumentAt, calleeName, callsOf } from '../../../syntax/functions.ts';
import type { Node } from '../../../syntax/nodes.ts';
import { bare, contains, memberName } from '../../../syntax/nodes.ts';
import type { ObjectEntry, ObjectShape } from '../../../flow/objects.ts';
import { shapeOf } from '../../../flow/objects.ts';
import { originOf } from '../../../flow/origin.ts';
import { staticText } from '../../../flow/static-text.ts';
import type { SourceFile } from '../../../syntax/source-file.ts';
import { nodesOf } from '../../../syntax/source-file.ts';
import type { PersistedState, PersistenceApi, Selection } from './persisted-state.ts';
import { mediumOf, namesIn, placeOf, storedUnder } from './persisted-state.ts';
import { combined, stateTreeOf } from './state-tree.ts';

/** redux-persist: https://github.com/rt2zz/redux-persist#blacklist--whitelist */
export const reduxPersist: PersistenceApi = {
  id: 'redux-persist',
  hint: /redux-persist/,
  *states(file) {
    for (const call of callsOf(file)) {
      const maker = /^redux-persist#(persistReducer|persistCombineReducers)$/.exec(originOf(file, call.callee) ?? '')?.[1];
      const [options, reducer] = [argumentAt(call, 0), argumentAt(call, 1)];
      const config = maker !== undefined && options && shapeOf({ file, node: options });
      if (!config || !reducer) continue;
      const kept = keptBy(file, config);
      const place = { file, node: reducer };
      const state = maker === 'persistReducer' ? stateTreeOf(place) : combined(resolveValue(place));
      const name = nameOf(reducer);
      const node = ownLiteral({ file, node: options }, config) ?? call;
      const stored = storedBy(config);
      if (kept) yield { library: 'redux-persist', node, ...kept, ...stored, ...(state && { state }), ...(name !== undefined && { name }) };
    }
  },
};

/** https://github.com/rt2zz/redux-persist#nested-persists: the key follows `persist:`, or a prefix of the app's own. */
function storedBy({ entries }: ObjectShape): ReturnType<typeof storedUnder> {
  const [key, prefix, storage] = ['key', 'keyPrefix', 'storage'].map((name) => entries.get(name));
  const [name, before] = [key, prefix].map((one) => one && staticText(one.file, one.value));
  if (name === undefined || (prefix && before === undefined)) return undefined;
  return storedUnder((before ?? 'persist:') + name, storage && placeOf(storage));
}

/** What a configuration keeps, and where. */
function keptBy(file: SourceFile, config: ObjectShape): Pick<PersistedState, 'medium' | 'selection'> | undefined {
  const storage = config.entries.get('storage');
  const medium = mediumOf(storage?.file ?? file, storage?.value);
  const selection = selectionOf(config);
  return medium && selection && { medium, selection };
}

/** The configuration itself is what says so; one from another file is told of at the call. */
function ownLiteral(options: Place, { literal }: ObjectShape): Node | undefined {
  const { file } = options;
  return literal && contains(file.ast, literal) && resolveValue(options).file === file ? literal : undefined;
}

function selectionOf(config: ObjectShape): Selection | undefined {
  const [only, without, transforms] = ['whitelist', 'blacklist', 'transforms'].map((name) => config.entries.get(name));
  if (only) {
    const parts = namesIn({ file: only.file, node: only.value });
    return parts && { kind: 'only', parts };
  }
  const left = without ? namesIn({ file: without.file, node: without.value }) : [];
  return left && { kind: 'all', without: [...left.map(({ path }) => path), ...(transforms ? filteredOut(transforms) : [])] };
}

/** `createBlacklistFilter('auth', ['token'])`: https://github.com/edy/redux-persist-transform-filter */
function filteredOut({ file, value }: ObjectEntry): string[] {
  const { file: home, node } = resolveValue({ file, node: value });
  return nodesOf(home, 'CallExpression').flatMap((call) => {
    const list = argumentAt(call, 1);
    if (calleeName(call) !== 'createBlacklistFilter' || !list || !(contains(node, call) || node.type === 'ArrayExpression')) return [];
    return namesIn({ file: home, node: list })?.map(({ path }) => path) ?? [];
  });
}

/** What a reducer is called: `authReducer`, `auth` of `auth.reducer`. */
function nameOf(reducer: Node): string | undefined {
  const node = bare(reducer);
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' && memberName(node) === 'reducer' ? nameOf(node.object) : undefined;
}
