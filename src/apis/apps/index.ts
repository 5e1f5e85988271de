import { expressApps } from './express.ts';
import { fastifyApps } from './fastify.ts';
import { honoApps } from './hono.ts';
import { koaApps } from './koa.ts';
import type { AppFramework } from './app-framework.ts';

export type { AppFramework, Registration } from './app-framework.ts';
export { creationsOf } from './app-framework.ts';

/** Every framework whose apps are put together by calls. A new one is a file beside these and a line here. */
export const appFrameworks: readonly AppFramework[] = [expressApps, fastifyApps, honoApps, koaApps];
