import type { Place } from '../../../flow/resolve.ts';
import { argumentAt, callsOf } from '../../../syntax/functions.ts';
import { shapeOf } from '../../../flow/objects.ts';
import type { ObjectEntry, ObjectShape } from '../../../flow/objects.ts';
import { originOf } from '../../../flow/origin.ts';
import type { SourceFile } from '../../../syntax/source-file.ts';
import { perFile } from '../../../syntax/source-file.ts';
import { selectionBy } from './partial-state.ts';
import type { PersistenceApi, Selection } from './persisted-state.ts';
import { mediumOf, namesIn, placeOf, storedUnder } from './persisted-state.ts';
import type { StateTree } from './state-tree.ts';
import { stateTreeOf, withInner } from './state-tree.ts';

/**
 * vuex-persistedstate: https://github.com/robinvdvleuten/vuex-persistedstate#api, and vuex-persist:
 * https://github.com/championswimmer/vuex-persist#constructor-parameters-
 */
const MAKERS: Readonly<Record<string, string>> = {
  'vuex-persistedstate#': 'vuex-persistedstate',
  'vuex-persistedstate#createPersistedState': 'vuex-persistedstate',
  'vuex-persist#': 'vuex-persist',
  'vuex-persist#VuexPersistence': 'vuex-persist',
};

export const vuexPersist: PersistenceApi = {
  id: 'vuex-persist',
  hint: /vuex-persist/,
  *states(file) {
    for (const call of callsOf(file)) {
      const library = MAKERS[originOf(file, call.callee) ?? ''];
      if (library === undefined) continue;
      const given = argumentAt(call, 0);
      const options = given && shapeOf({ file, node: given });
      // Options that are not to be seen may leave the token out.
      if (given && !options) continue;
      const storage = options?.entries.get('storage');
      const medium = mediumOf(storage?.file ?? file, storage?.value);
      const selection = selectionOf(options);
      const state = storeState(file);
      const stored = storedBy(options);
      if (medium && selection) yield { library, node: given ?? call, medium, selection, ...(state && { state }), ...stored };
    }
  },
};

function storedBy(options: ObjectShape | undefined): ReturnType<typeof storedUnder> {
  const [key, storage] = ['key', 'storage'].map((name) => options?.entries.get(name));
  return storedUnder(key ? placeOf(key) : 'vuex', storage && placeOf(storage));
}

function selectionOf(options: ObjectShape | undefined): Selection | undefined {
  const place = (entry: ObjectEntry | undefined): Place | undefined => entry && { file: entry.file, node: entry.value };
  const reducer = options?.entries.get('reducer');
  if (reducer) return selectionBy(place(reducer));
  const only = options?.entries.get('paths') ?? options?.entries.get('modules');
  if (!only) return { kind: 'all', without: [] };
  const parts = namesIn(place(only));
  return parts && { kind: 'only', parts };
}

/** The state of the store that the file makes, with its modules. */
const storeState = perFile((file: SourceFile): StateTree | undefined => {
  for (const call of callsOf(file)) {
    const origin = originOf(file, call.callee);
    const options = origin === 'vuex#createStore' || origin === 'vuex#Store' ? argumentAt(call, 0) : undefined;
    if (options) return moduleState({ file, node: options }, 4);
  }
  return undefined;
});

/** A module's own state, and its modules' under their names. */
function moduleState(place: Place, depth: number): StateTree | undefined {
  const shape = depth > 0 ? shapeOf(place) : undefined;
  if (!shape) return undefined;
  const [state, modules] = [shape.entries.get('state'), shape.entries.get('modules')];
  const own = state && stateTreeOf({ file: state.file, node: state.value });
  const nested = modules && shapeOf({ file: modules.file, node: modules.value });
  const parts = [...(nested?.entries.values() ?? [])].map(({ name, file, node, value }) =>
    withInner({ name, file, node, value }, moduleState({ file, node: value }, depth - 1)),
  );
  return { open: (own?.open ?? state !== undefined) || (nested?.open ?? modules !== undefined), parts: [...(own?.parts ?? []), ...parts] };
}
