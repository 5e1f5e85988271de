import type { Flow, StateApi } from './state-api.ts';
import { argument, result } from './state-api.ts';

const KEPT: readonly Flow[] = [[argument(1), result.part('value')]];

/** Refs of VueUse whose state is in a storage: https://vueuse.org/core/useStorage */
export const vueUse: StateApi = {
  id: 'vueuse',
  hint: /vueuse/,
  calls: {
    '@vueuse/core#useStorage': KEPT,
    '@vueuse/core#useLocalStorage': KEPT,
    '@vueuse/core#useSessionStorage': KEPT,
  },
  refs: ['@vueuse/core#useStorage', '@vueuse/core#useLocalStorage', '@vueuse/core#useSessionStorage'],
  aliases: { '@vueuse/nuxt': '@vueuse/core' },
};
