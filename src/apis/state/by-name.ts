import { whole } from '../../credentials/alternatives.ts';

/**
 * What functions of these libraries do by their names alone. It stands in where nothing says whose function it is: one that
 * a build step imports, or that another module hands on which is not to be seen.
 */

/** Functions whose first argument is the state that they give, or its beginning. */
export const KEEPERS = whole(`
  useState useRef ref shallowRef createSignal signal useMemo computed unref toValue isRef toRef observable writable readable atom reactive
  untrack batch BehaviorSubject of from useDeferredValue
`);

/** Selectors and memos: what the function that they are given returns is what they give. */
export const SELECTORS = whole([
  /use[A-Z]\w*/,
  /computed/,
  /createMemo/,
  /createSelector/,
  /selector/,
  /get/,
  /memo/,
  /derived/,
  /select/,
  /untracked/,
  /effect/,
]);

/** Functions that return the function which they are given. */
export const FUNCTION_KEEPERS = whole('useCallback useMemoizedFn useEvent useEffectEvent memo cache createAsyncThunk');

/** The parts under which refs and signals have their state. */
export const STATE_PARTS = whole('value current');

/** The method by which a store tells a function of its state, and the function that tells one of what it is given first. */
export const SUBSCRIBE = 'subscribe';
export const WATCH = 'watch';
