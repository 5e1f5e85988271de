import type { Flow, StateApi } from './state-api.ts';
import { argument, result, under } from './state-api.ts';

/** https://vuejs.org/guide/components/provide-inject.html */
const provided = under('vue', argument(0));
const PROVIDED: readonly Flow[] = [[argument(1), provided]];

const REF: readonly Flow[] = [[argument(0), result.part('value')]];
const SAME: readonly Flow[] = [[argument(0), result]];
const COMPUTED: readonly Flow[] = [
  [argument(0).returned(), result.part('value')],
  [argument(0).part('get').returned(), result.part('value')],
  [result.part('value'), argument(0).part('set').parameter(0)],
];
const UNWRAPPED: readonly Flow[] = [
  [argument(0).part('value'), result],
  [argument(0).returned(), result],
  [argument(0), result],
];

/** Vue's reactivity and its options API: https://vuejs.org/api/reactivity-core.html, https://vuejs.org/api/options-state.html */
export const vue: StateApi = {
  id: 'vue',
  hint: /vue|\.value|computed|methods|#imports|inject/i,
  calls: {
    'vue#ref': REF,
    'vue#shallowRef': REF,
    'vue#reactive': SAME,
    'vue#shallowReactive': SAME,
    'vue#readonly': SAME,
    'vue#toRaw': SAME,
    'vue#markRaw': SAME,
    'vue#computed': COMPUTED,
    'vue#unref': UNWRAPPED,
    'vue#toValue': UNWRAPPED,
    'vue#toRefs': [[argument(0).part('*'), result.part('*').part('value')]],
    'vue#watch': [
      [argument(0).part('value'), argument(1).parameter(0)],
      [argument(0).returned(), argument(1).parameter(0)],
    ],
    'vue#provide': PROVIDED,
    'vue#createApp().provide': PROVIDED,
    'vue#inject': [
      [provided, result],
      [argument(1), result],
    ],
    // Nuxt: https://nuxt.com/docs/api/composables/use-state
    '#imports#useState': [
      [argument(1).returned(), result.part('value')],
      [argument(0).returned(), result.part('value')],
    ],
  },
  refs: ['vue#ref', 'vue#shallowRef'],
  tracked: ['vue#reactive', 'vue#shallowReactive', 'vue#default.observable', 'vue#observable'],
  options: {
    methods: 'methods',
    computed: 'values',
    data: 'returned',
    asyncData: 'returned',
    setup: 'unwrapped',
    watch: 'watchers',
    provide: 'provided',
    inject: 'injected',
    mixins: 'bases',
    extends: 'bases',
  },
  aliases: { '@vue/composition-api': 'vue', '@vue/reactivity': 'vue', '#imports': 'vue', 'nuxt/app': '#imports' },
};
