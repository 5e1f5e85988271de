import type { Place } from '../../../flow/resolve.ts';
import { resolveValue } from '../../../flow/resolve.ts';
import { argumentAt, callsOf } from '../../../syntax/functions.ts';
import type { CallNode, Node } from '../../../syntax/nodes.ts';
import { isFunction } from '../../../syntax/nodes.ts';
import type { ObjectShape } from '../../../flow/objects.ts';
import { shapeOf } from '../../../flow/objects.ts';
import { originOf } from '../../../flow/origin.ts';
import type { SourceFile } from '../../../syntax/source-file.ts';
import type { PersistedState, PersistenceApi, Selection } from './persisted-state.ts';
import { mediumOf, namesIn, placeOf, storedUnder } from './persisted-state.ts';
import { stateTreeOf } from './state-tree.ts';

/**
 * pinia-plugin-persistedstate: https://prazdevs.github.io/pinia-plugin-persistedstate/guide/config (`pick` and `omit`;
 * `paths` before version 4), and pinia-plugin-persist's `{ enabled, strategies }`: https://seb-l.github.io/pinia-plugin-persist
 */
export const piniaPersist: PersistenceApi = {
  id: 'pinia-persist',
  hint: /defineStore/,
  *states(file) {
    for (const call of callsOf(file)) {
      // Nuxt imports defineStore by itself.
      if (!/^(?:pinia#|#imports#)?defineStore$/.test(originOf(file, call.callee) ?? '')) continue;
      const { id, state, persist } = storeOf(file, call);
      if (!persist) continue;
      const tree = state && stateTreeOf(state);
      for (const { node, selection, medium, key, storage } of strategiesOf(persist))
        yield {
          ...storedUnder(key ?? id, storage),
          library: "the store's `persist`",
          node: persist.file === file ? node : call,
          medium,
          selection,
          ...(tree && { state: tree }),
        };
    }
  },
};

/** The state and the option of a store: `defineStore(id, options)`, `defineStore(options)`, `defineStore(id, setup, options)`. */
function storeOf(file: SourceFile, call: CallNode): { id?: Place; state?: Place; persist?: Place } {
  const given = call.arguments.map((_, i) => argumentAt(call, i)).filter((one) => one !== undefined);
  const setup = given.map((node) => resolveValue({ file, node })).find(({ node }) => isFunction(node));
  const options = given.map((node) => shapeOf({ file, node })).find((shape) => shape?.literal !== undefined);
  const entry = (name: string): Place | undefined => {
    const found = options?.entries.get(name);
    return found && { file: found.file, node: found.value };
  };
  const [first] = given;
  const isOptions = first !== undefined && resolveValue({ file, node: first }).node.type === 'ObjectExpression';
  const id = isOptions ? entry('id') : first && { file, node: first };
  const [state, persist] = [setup ?? entry('state'), entry('persist')];
  return { ...(id && { id }), ...(state && { state }), ...(persist && { persist }) };
}

type Strategy = Pick<PersistedState, 'node' | 'medium' | 'selection'> & { readonly key?: Place; readonly storage?: Place };

function strategiesOf(persist: Place): Strategy[] {
  const { file, node } = resolveValue(persist);
  if (node.type === 'Literal') return node.value === true ? strategy(file, node, undefined) : [];
  if (node.type === 'ArrayExpression')
    return node.elements.flatMap((one) => (one && one.type !== 'SpreadElement' ? strategiesOf({ file, node: one }) : []));
  const shape = shapeOf({ file, node });
  if (!shape) return [];
  const enabled = shape.entries.get('enabled')?.value;
  if (enabled?.type === 'Literal' && enabled.value === false) return [];
  const strategies = shape.entries.get('strategies');
  return strategies ? strategiesOf({ file: strategies.file, node: strategies.value }) : strategy(file, node, shape);
}

function strategy(file: SourceFile, node: Node, shape: ObjectShape | undefined): Strategy[] {
  const storage = shape?.entries.get('storage');
  const medium = mediumOf(storage?.file ?? file, storage?.value);
  const selection = selectionOf(shape);
  const key = shape?.entries.get('key');
  return medium && selection
    ? [{ node, medium, selection, ...(key && { key: placeOf(key) }), ...(storage && { storage: placeOf(storage) }) }]
    : [];
}

function selectionOf(shape: ObjectShape | undefined): Selection | undefined {
  const only = shape?.entries.get('pick') ?? shape?.entries.get('paths');
  if (only) {
    const parts = namesIn({ file: only.file, node: only.value });
    return parts && { kind: 'only', parts };
  }
  const without = shape?.entries.get('omit');
  const left = without ? namesIn({ file: without.file, node: without.value }) : [];
  return left && { kind: 'all', without: left.map(({ path }) => path) };
}
