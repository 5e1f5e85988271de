import { nextPages } from './next.ts';
import { nuxtState } from './nuxt.ts';
import type { PageDataApi } from './page-data-api.ts';
import { routeLoaders } from './react-router.ts';
import { serverComponents } from './server-components.ts';
import { svelteKit } from './sveltekit.ts';

export type { PageDataApi, PageValue } from './page-data-api.ts';

/** Every way in which servers hand data to pages and that rules know. A new one is a file beside these and a line here. */
export const pageData: readonly PageDataApi[] = [nextPages, nuxtState, routeLoaders, serverComponents, svelteKit];
