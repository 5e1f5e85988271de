import { guardsOfModule, listOf, modulesFrom, nestCreations, routesOfController } from '../apis/apps/nest.ts';
import type { Place } from '../flow/resolve.ts';
import { argumentAt } from '../syntax/functions.ts';
import type { CallNode } from '../syntax/nodes.ts';
import { isClass } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { staticText } from '../flow/static-text.ts';
import { resolveThroughModules, usesOfValue } from '../flow/value-uses.ts';
import type { AppFacts } from './app-facts.ts';
import { isInDevelopment } from './development.ts';
import { join } from './route.ts';

/**
 * The Nest apps that a file bootstraps. Their routes are in the controllers of modules, which are other files nearly
 * always: a file by itself does not show them.
 */
export function nestAppsOf(file: SourceFile): AppFacts[] {
  return nestCreations(file).flatMap((node) => appOf(file, node) ?? []);
}

/** What is asked of an app that listens nowhere: it was made to read a configuration, to fill a database, to write a schema. */
const ANSWERS_NOBODY = /^(?:get|resolve|select|close|flushLogs|useLogger|enableShutdownHooks)$/;

function appOf(file: SourceFile, node: CallNode): AppFacts | undefined {
  const root = argumentAt(node, 0);
  const modules = root ? modulesFrom({ file, node: root }) : [];
  const { calls, isOpen } = usesOfValue(
    { file, node },
    { chains: /^use/, isHarmless: (_, call) => call.callee.type === 'MemberExpression' || file.facts !== undefined },
  );
  if (modules.length === 0 || isOpen || (calls.length > 0 && calls.every(({ method }) => ANSWERS_NOBODY.test(method)))) return undefined;
  const prefix =
    calls
      .filter(({ method }) => method === 'setGlobalPrefix')
      .map((one) => staticText(one.file, one.call.arguments[0] ?? one.call))
      .find((one) => one !== undefined) ?? '';
  const middlewares: Place[] = [
    ...calls
      .filter(({ method }) => /^(?:use|useGlobalGuards|register)$/.test(method))
      .flatMap((one) =>
        one.call.arguments
          .slice(0, one.method === 'register' ? 1 : undefined)
          .filter((argument) => argument.type !== 'Literal')
          .map((argument) => ({ file: one.file, node: argument })),
      ),
    ...modules.flatMap(guardsOfModule),
  ];
  const controllers = modules.flatMap((one) => listOf(one, 'Module', 'controllers')).map((place) => resolveThroughModules(place));
  const routes = controllers.flatMap((controller) =>
    isClass(controller.node)
      ? routesOfController({ file: controller.file, node: controller.node }).map((route) => ({
          file: controller.file,
          node: route.node,
          methods: [route.method],
          path: join(`/${prefix}`, route.path),
          handlers: [...route.guards, { file: controller.file, node: route.node.value }],
          before: middlewares,
          ownPath: route.path,
          isWhole: true,
          isForDevelopment: isInDevelopment(controller.file, controller.node, join(`/${prefix}`, route.path)),
        }))
      : [],
  );
  const files = file.facts
    ? [...file.facts.packageFilesOf(file)]
    : [...new Set([file, ...modules.map((one) => one.file), ...routes.map((one) => one.file)])];
  return { file, node, id: 'nest', label: 'Nest', routes, middlewares, files, isLoose: false };
}
