import type { Flow, Port, StateApi } from './state-api.ts';
import { argument, cell, receiver, result, shared } from './state-api.ts';

/** The app's one store: its parts are called what the root reducer calls them. */
const state = shared('redux');

/** Reducers by the names of their parts: what each returns is its part of the state. */
const reducers = (table: Port): readonly Flow[] => [
  [table.part('*').returned(), state.part('*')],
  [state.part('*'), table.part('*').parameter(0)],
];

const cases = argument(0).part('reducers').part('*');

const SAME: readonly Flow[] = [[receiver, result]];

const extra = argument(0).part('extraReducers');
const builder = extra.parameter(0);

/** Functions that say what becomes of the state: it is their first parameter, to be changed or to be returned anew. */
const changing = (fn: Port): readonly Flow[] => [
  [cell, fn.parameter(0)],
  [fn.parameter(0), cell],
  [fn.returned(), cell],
];

/** Cases for the actions of others: https://redux-toolkit.js.org/api/createSlice#extrareducers, a table of them before version 2. */
const EXTRA: readonly Flow[] = [
  ...changing(extra.part('*')),
  ...changing(builder.part('addCase').given(1)),
  ...changing(builder.part('addMatcher').given(1)),
  ...changing(builder.part('addDefaultCase').given(0)),
];

/** A slice: action creators hand their argument to the reducer of their name as `payload`. */
const SLICE: readonly Flow[] = [
  [argument(0).part('initialState'), cell],
  [argument(0).part('initialState').returned(), cell],
  [result.part('actions').part('*').given(0), cases.parameter(1).part('payload')],
  ...changing(cases),
  ...EXTRA,
  [cell, result.part('reducer').returned()],
  [cell, argument(0).part('selectors').part('*').parameter(0)],
];

const STORE: readonly Flow[] = [
  ...reducers(argument(0).part('reducer')),
  [argument(0).part('preloadedState'), state],
  [state, result.part('getState').returned()],
];

const CREATED: readonly Flow[] = [[state, result.part('getState').returned()]];

const SELECTED: readonly Flow[] = [
  [state, argument(0).parameter(0)],
  [argument(0).returned(), result],
];

/** Redux, Redux Toolkit and React's bindings: https://redux-toolkit.js.org/api/createSlice, https://react-redux.js.org/api/hooks */
export const redux: StateApi = {
  id: 'redux',
  hint: /redux|createSlice|useSelector|getState/i,
  // A builder is handed back, for the next case.
  methods: { addCase: SAME, addMatcher: SAME, addDefaultCase: SAME },
  // Thunks, middleware and whatever they hand it to: https://redux.js.org/usage/writing-logic-thunks
  handed: { getState: [[state, result]] },
  // https://redux-toolkit.js.org/api/createAsyncThunk#rejectwithvalue: what is rejected is no result.
  hearings: {
    addCase: {
      told: 0,
      member: 'fulfilled',
      of: '@reduxjs/toolkit#createAsyncThunk',
      gives: argument(1).returned(),
      except: 'rejectWithValue',
      fn: 1,
      parameter: 1,
      part: 'payload',
    },
  },
  hooks: ['react-redux#useSelector', 'react-redux#useSelector.withTypes()'],
  calls: {
    '@reduxjs/toolkit#createSlice': SLICE,
    '@reduxjs/toolkit#configureStore': STORE,
    'redux#combineReducers': reducers(argument(0)),
    '@reduxjs/toolkit#combineReducers': reducers(argument(0)),
    // https://github.com/rt2zz/redux-persist#basic-usage: a reducer around another.
    'redux-persist#persistReducer': [[argument(1), result]],
    'redux#createStore': CREATED,
    // The same without the advice to use a toolkit, since version 4.2.
    'redux#legacy_createStore': CREATED,
    'react-redux#useSelector': SELECTED,
    'react-redux#useSelector.withTypes()': SELECTED,
    'react-redux#useStore': [[state, result.part('getState').returned()]],
    'react-redux#connect': [
      [state, argument(0).parameter(0)],
      [argument(0).returned().part('*'), result.given(0).parameter(0).part('*')],
      [argument(0).returned().part('*'), result.given(0).part('props').part('*')],
    ],
    '@reduxjs/toolkit#createSelector': [
      [state, argument(0).parameter(0)],
      [argument(0).returned(), argument(1).parameter(0)],
      [argument(1).returned(), result.returned()],
    ],
    '@reduxjs/toolkit#createAsyncThunk': [
      [result.given(0), argument(1).parameter(0)],
      [state, argument(1).parameter(1).part('getState').returned()],
      [argument(1).returned(), result.returned().returned().part('payload')],
    ],
  },
  aliases: { '@reduxjs/toolkit/react': '@reduxjs/toolkit', reselect: '@reduxjs/toolkit' },
};
