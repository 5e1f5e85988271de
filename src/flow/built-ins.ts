import type { Flow, FlowTable } from '../apis/state/index.ts';
import { argument, receiver, result } from '../apis/state/state-api.ts';

const EACH: readonly Flow[] = [[receiver.part('*'), argument(0).parameter(0)]];
const SAME_LIST: readonly Flow[] = [[receiver, result]];
const ONE_OF_LIST: readonly Flow[] = [[receiver.part('*'), result]];
const HANDED_BACK: readonly Flow[] = [[argument(0), result]];

/** What the language itself hands on, by the name of a global function or, after a dot, of a method. */
export const builtIns: FlowTable = {
  '.then': [
    [receiver, argument(0).parameter(0)],
    [argument(0).returned(), result],
    [argument(1).returned(), result],
  ],
  '.catch': [
    [receiver, result],
    [argument(0).returned(), result],
  ],
  '.finally': SAME_LIST,
  '.forEach': EACH,
  '.map': [...EACH, [argument(0).returned(), result.part('*')]],
  '.flatMap': [...EACH, [argument(0).returned(), result]],
  '.filter': [...EACH, ...SAME_LIST],
  '.find': [...EACH, ...ONE_OF_LIST],
  '.findLast': [...EACH, ...ONE_OF_LIST],
  '.some': EACH,
  '.every': EACH,
  '.reduce': [
    [receiver.part('*'), argument(0).parameter(1)],
    [argument(1), argument(0).parameter(0)],
    [argument(0).returned(), result],
  ],
  '.slice': SAME_LIST,
  '.reverse': SAME_LIST,
  '.toSorted': SAME_LIST,
  '.toReversed': SAME_LIST,
  '.at': ONE_OF_LIST,
  '.pop': ONE_OF_LIST,
  '.shift': ONE_OF_LIST,
  'Promise.all': HANDED_BACK,
  'Promise.allSettled': [[argument(0).part('*'), result.part('*').part('value')]],
  'Promise.race': [[argument(0).part('*'), result]],
  'Promise.any': [[argument(0).part('*'), result]],
  'Promise.resolve': HANDED_BACK,
  'Object.freeze': HANDED_BACK,
  'Object.seal': HANDED_BACK,
  'Object.preventExtensions': HANDED_BACK,
  'Object.assign': [
    [argument(0), result],
    [argument(1), result],
    [argument(2), result],
    [argument(3), result],
  ],
  'Object.values': [[argument(0).part('*'), result.part('*')]],
  'Object.entries': [[argument(0).part('*'), result.part('*').part('1')]],
  'Object.fromEntries': [[argument(0).part('*').part('1'), result.part('*')]],
  'Array.from': [
    [argument(0), result],
    [argument(0).part('*'), argument(1).parameter(0)],
    [argument(1).returned(), result.part('*')],
  ],
  structuredClone: HANDED_BACK,
};
