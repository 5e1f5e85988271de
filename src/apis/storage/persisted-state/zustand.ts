import { argumentAt, callsOf } from '../../../syntax/functions.ts';
import { shapeOf } from '../../../flow/objects.ts';
import { originOf } from '../../../flow/origin.ts';
import { selectionBy } from './partial-state.ts';
import type { PersistenceApi } from './persisted-state.ts';
import { mediumOf } from './persisted-state.ts';
import { stateTreeOf } from './state-tree.ts';

/** zustand's middleware: https://zustand.docs.pmnd.rs/middlewares/persist (`getStorage` before version 4.4) */
export const zustandPersist: PersistenceApi = {
  id: 'zustand-persist',
  hint: /zustand/,
  *states(file) {
    for (const call of callsOf(file)) {
      const origin = originOf(file, call.callee);
      if (origin !== 'zustand/middleware#persist' && origin !== 'zustand/middleware/persist#persist') continue;
      const [creator, given] = [argumentAt(call, 0), argumentAt(call, 1)];
      const options = given && shapeOf({ file, node: given });
      if (!creator || !given || !options) continue;
      const storage = options.entries.get('storage') ?? options.entries.get('getStorage');
      const medium = mediumOf(storage?.file ?? file, storage?.value);
      const partialize = options.entries.get('partialize');
      const state = stateTreeOf({ file, node: creator });
      if (medium)
        yield {
          library: "zustand's persist",
          node: given,
          medium,
          selection: selectionBy(partialize && { file: partialize.file, node: partialize.value }),
          ...(state && { state }),
          ...(creator.type === 'Identifier' && { name: creator.name }),
        };
    }
  },
};
