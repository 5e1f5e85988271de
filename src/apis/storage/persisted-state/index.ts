import { jotaiStorage, recoilPersist } from './atoms.ts';
import { mobxPersist } from './mobx.ts';
import type { PersistenceApi } from './persisted-state.ts';
import { piniaPersist } from './pinia.ts';
import { reduxPersist } from './redux-persist.ts';
import { vuexPersist } from './vuex.ts';
import { zustandPersist } from './zustand.ts';

export type { PersistedState, PersistenceApi, SelectedPart } from './persisted-state.ts';
export type { StatePart, StateTree } from './state-tree.ts';

/** Every library that persists a store's state. A new one is a file beside these and a line here. */
export const persistences: readonly PersistenceApi[] = [
  zustandPersist,
  reduxPersist,
  piniaPersist,
  vuexPersist,
  jotaiStorage,
  recoilPersist,
  mobxPersist,
];
