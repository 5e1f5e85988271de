import { connections } from './connections.ts';
import { locationApi } from './location.ts';
import type { NavigationApi } from './navigation-api.ts';
import { redirects } from './redirects.ts';
import { routers } from './routers.ts';

export { QUERY_PROPERTIES } from './navigation-api.ts';
export type { Navigation, NavigationApi } from './navigation-api.ts';

/** Everything that goes to an address and that rules know. A new one is a file beside these and a line here. */
export const navigations: readonly NavigationApi[] = [connections, locationApi, redirects, routers];
