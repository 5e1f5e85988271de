import { argumentAt, callsOf } from '../../../syntax/functions.ts';
import type { ObjectShape } from '../../../flow/objects.ts';
import { shapeOf } from '../../../flow/objects.ts';
import { originOf } from '../../../flow/origin.ts';
import { selectionBy } from './partial-state.ts';
import type { PersistenceApi } from './persisted-state.ts';
import { mediumOf, placeOf, storedUnder } from './persisted-state.ts';
import { stateTreeOf } from './state-tree.ts';

/** zustand's middleware: https://zustand.docs.pmnd.rs/middlewares/persist (`getStorage` before version 4.4) */
export const zustandPersist: PersistenceApi = {
  id: 'zustand-persist',
  hint: /zustand/,
  *states(file) {
    for (const call of callsOf(file)) {
      if (!/^zustand\/middleware(?:\/persist)?#persist$/.test(originOf(file, call.callee) ?? '')) continue;
      const [creator, options] = [argumentAt(call, 0), argumentAt(call, 1)];
      const shape = options && shapeOf({ file, node: options });
      if (!creator || !shape) continue;
      const storage = shape.entries.get('storage') ?? shape.entries.get('getStorage');
      const medium = mediumOf(storage?.file ?? file, storage?.value);
      const partialize = shape.entries.get('partialize');
      const state = stateTreeOf({ file, node: creator });
      if (medium)
        yield {
          library: "zustand's persist",
          node: options,
          medium,
          selection: selectionBy(partialize && { file: partialize.file, node: partialize.value }),
          ...(state && { state }),
          ...storedBy(shape),
          ...(creator.type === 'Identifier' && { name: creator.name }),
        };
    }
  },
};

function storedBy({ entries }: ObjectShape): ReturnType<typeof storedUnder> {
  const [name, storage] = [entries.get('name'), entries.get('storage') ?? entries.get('getStorage')];
  return storedUnder(name && placeOf(name), storage && placeOf(storage));
}
