import type { Flow, StateApi } from './state-api.ts';
import { argument, attribute, cell, cellOf, instance, receiver, result } from './state-api.ts';

/** What stands in the first argument is what the call gives: `useCallback(fn, [])`, `memo(Component)`. */
const HANDED_BACK: readonly Flow[] = [[argument(0), result]];

const PROVIDED: readonly Flow[] = [[attribute('value'), cellOf(receiver)]];

/** https://react.dev/reference/react/Component */
const COMPONENT: readonly Flow[] = [
  [attribute('*'), instance.part('props').part('*')],
  [instance.part('setState').given(0), instance.part('state')],
  [instance.part('setState').given(0).returned(), instance.part('state')],
  [instance.part('state'), instance.part('setState').given(0).parameter(0)],
  [instance.part('props'), instance.part('setState').given(0).parameter(1)],
  ...['shouldComponentUpdate', 'componentDidUpdate', 'getSnapshotBeforeUpdate'].flatMap((name): Flow[] => [
    [instance.part('props'), instance.part(name).parameter(0)],
    [instance.part('state'), instance.part(name).parameter(1)],
  ]),
  [instance.part('props'), instance.part('getDerivedStateFromProps').parameter(0)],
  [instance.part('state'), instance.part('getDerivedStateFromProps').parameter(1)],
  [instance.part('getDerivedStateFromProps').returned(), instance.part('state')],
  [cellOf(instance.part('contextType')), instance.part('context')],
];

/** React, and what is made after it: https://react.dev/reference/react */
export const react: StateApi = {
  id: 'react',
  hint: /react|preact/i,
  calls: {
    'react#useState': [
      [argument(0), result.part('0')],
      [argument(0).returned(), result.part('0')],
      [result.part('1').given(0), result.part('0')],
      [result.part('1').given(0).returned(), result.part('0')],
      [result.part('0'), result.part('1').given(0).parameter(0)],
    ],
    'react#useReducer': [
      [argument(1), result.part('0')],
      [argument(2).returned(), result.part('0')],
      [argument(1), argument(2).parameter(0)],
      [argument(0).returned(), result.part('0')],
      [result.part('0'), argument(0).parameter(0)],
      [result.part('1').given(0), argument(0).parameter(1)],
    ],
    'react#useRef': [[argument(0), result.part('current')]],
    'react#createRef': [],
    'react#useMemo': [[argument(0).returned(), result]],
    'react#useCallback': HANDED_BACK,
    'react#useEffectEvent': HANDED_BACK,
    'react#useDeferredValue': HANDED_BACK,
    'react#memo': HANDED_BACK,
    'react#forwardRef': HANDED_BACK,
    'react#cache': HANDED_BACK,
    'react#useSyncExternalStore': [[argument(1).returned(), result]],
    'react#useActionState': [
      [argument(0).returned(), result.part('0')],
      [argument(1), result.part('0')],
      [result.part('0'), argument(0).parameter(0)],
      [result.part('1').given(0), argument(0).parameter(1)],
    ],
    'react#createContext': [[argument(0), cell]],
    'react#useContext': [[cellOf(argument(0)), result]],
    'react#use': [[cellOf(argument(0)), result]],
  },
  elements: {
    'react#createContext()': PROVIDED,
    'react#createContext().Provider': PROVIDED,
  },
  hooks: ['react#useState'],
  classes: { 'react#Component': COMPONENT, 'react#PureComponent': COMPONENT },
  aliases: { 'preact/hooks': 'react', 'preact/compat': 'react', preact: 'react' },
};
