import { expressApps } from './express.ts';
import { fastifyApps } from './fastify.ts';
import { honoApps } from './hono.ts';
import { koaApps } from './koa.ts';
import type { CallNode, Node } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { creationsOf } from './app-framework.ts';
import type { AppFramework } from './app-framework.ts';
import { nestControllers, nestCreations } from './nest.ts';

export type { AppFramework, Registration } from './app-framework.ts';
export { creationsOf } from './app-framework.ts';

/** Every framework whose apps are put together by calls. A new one is a file beside these and a line here. */
export const appFrameworks: readonly AppFramework[] = [expressApps, fastifyApps, honoApps, koaApps];

/** Text without which no file creates a server's app. */
export const SERVER_CREATION = new RegExp([...appFrameworks.map(({ hint }) => hint.source), 'NestFactory|@Controller'].join('|'));

/** Where a server's app is created: the call, and the framework's name for people. */
export interface ServerCreation {
  readonly label: string;
  readonly node: CallNode;
  /** Whether a migration writes into such apps. */
  readonly isRewritten: boolean;
}

/** The calls of a file that create a server's app, by whichever framework. */
export function serverCreations(file: SourceFile): ServerCreation[] {
  return [
    ...appFrameworks.flatMap((framework) =>
      creationsOf(file, framework).map((node) => ({ label: framework.label, node, isRewritten: framework.isRewritten === true })),
    ),
    ...nestCreations(file).map((node) => ({ label: 'NestJS', node, isRewritten: false })),
  ];
}

/** What of a file answers the requests of a server that is created elsewhere, with its framework's name for people. */
export function serverParts(file: SourceFile): { readonly label: string; readonly node: Node }[] {
  return nestControllers(file).map((node) => ({ label: 'NestJS', node }));
}
