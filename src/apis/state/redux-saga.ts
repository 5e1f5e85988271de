import type { Delegation, Flow, StateApi } from './state-api.ts';
import { argument, result, shared } from './state-api.ts';

/** An effect that calls a function: `yield call(fn, first, second)` gives what the function returns. */
const CALLED: readonly Flow[] = [
  [argument(1), argument(0).parameter(0)],
  [argument(2), argument(0).parameter(1)],
  [argument(3), argument(0).parameter(2)],
  [argument(0).returned(), result],
  // [context, fn] and { context, fn }
  [argument(1), argument(0).part('1').parameter(0)],
  [argument(2), argument(0).part('1').parameter(1)],
  [argument(0).part('1').returned(), result],
  [argument(1), argument(0).part('fn').parameter(0)],
  [argument(0).part('fn').returned(), result],
];

/** `call(fn, first)`, `call([object, 'method'], first)`, `call({ context, fn }, first)`. */
const CALLS: Delegation = { fn: 0, given: { from: 1 } };

/** https://redux-saga.js.org/docs/api: effects are what a saga yields; what it gets for them is their result. */
export const reduxSaga: StateApi = {
  id: 'redux-saga',
  hint: /saga/,
  calls: {
    'redux-saga/effects#call': CALLED,
    'redux-saga/effects#fork': CALLED,
    'redux-saga/effects#spawn': CALLED,
    'redux-saga/effects#select': [
      [shared('redux'), argument(0).parameter(0)],
      [argument(0).returned(), result],
    ],
    'redux-saga/effects#all': [[argument(0).part('*'), result.part('*')]],
    'redux-saga/effects#race': [[argument(0).part('*'), result.part('*')]],
  },
  delegations: {
    'redux-saga/effects#call': CALLS,
    'redux-saga/effects#fork': CALLS,
    'redux-saga/effects#spawn': CALLS,
    'redux-saga/effects#cps': CALLS,
    // apply(object, object.method, [first])
    'redux-saga/effects#apply': { context: 0, fn: 1, given: { list: 2 } },
  },
  aliases: { 'typed-redux-saga': 'redux-saga/effects', 'typed-redux-saga/macro': 'redux-saga/effects' },
};
