import type { AppFramework } from '../apis/apps/index.ts';
import { appFrameworks, creationsOf } from '../apis/apps/index.ts';
import { NEST_HINT } from '../apis/apps/nest.ts';
import { mentions } from '../syntax/hints.ts';
import type { Node } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile } from '../syntax/source-file.ts';
import type { AppFacts } from './app-facts.ts';
import { ownFunctions } from './handlers.ts';
import { nestAppsOf } from './nest-apps.ts';
import type { Registered } from './registered.ts';
import { registeredOn } from './registered.ts';
import type { Route } from './route.ts';
import { routesOf } from './routes.ts';

/** Text without which a file creates no app. */
export const APP_HINT = new RegExp([...appFrameworks.map(({ hint }) => hint), NEST_HINT].map(({ source }) => source).join('|'));

/** What is registered on each app that a file creates by a call. */
const registrationsOf = perFile((file) =>
  mentions(file, APP_HINT)
    ? appFrameworks.flatMap((framework) =>
        creationsOf(file, framework).map((node) => ({ node, framework, registered: registeredOn(file, node, framework) })),
      )
    : [],
);

/**
 * The apps that a file creates and of which everything is known that a verdict needs. Alone, a file knows its app only
 * where it registers the routes too and hands the app to nobody; in a project, routers, plugins and factories are
 * followed through the files, and what is loaded by name is looked for in the app's package.
 */
export const appsOf = perFile((file): readonly AppFacts[] => {
  if (!mentions(file, APP_HINT)) return [];
  return [
    ...registrationsOf(file).flatMap(({ node, framework, registered }) => appFactsOf(file, node, framework, registered) ?? []),
    ...nestAppsOf(file),
  ];
});

/** The routes of the apps that a file creates, whatever else is known of them. One that is mounted on another is that one's. */
export const appRoutesOf = perFile((file): readonly Route[] => {
  if (!mentions(file, APP_HINT)) return [];
  const called = registrationsOf(file).map(({ registered }) => registered);
  return [...called.filter(({ isMounted }) => !isMounted), ...nestAppsOf(file)].flatMap(({ routes }) => routes);
});

function appFactsOf(file: SourceFile, node: Node, of: AppFramework, registered: Registered): AppFacts | undefined {
  const { routes, middlewares, isOpen, isMounted } = registered;
  if (isMounted) return undefined;
  const { id, label } = of;
  const common = { file, node, id, label, middlewares };
  const around = file.facts && isAlone(file, node, of) ? file.facts.packageFilesOf(file) : undefined;
  if (!isOpen) return { ...common, routes, files: around ?? filesOf(file, registered), isLoose: false };
  // Of two apps, it is not known which one a route is of.
  return around && { ...common, routes: [...routes, ...looseRoutes(around, routes)], files: around, isLoose: true };
}

/** Whether the package has no other app, so that what is in it is this one's. Routers that are made as apps are do not count. */
function isAlone(file: SourceFile, node: Node, of: AppFramework): boolean {
  const files = file.facts?.packageFilesOf(file) ?? [];
  return !files.some((one) =>
    appFrameworks.some((framework) =>
      creationsOf(one, framework).some((other) => other !== node && !(framework === of && of.routersAreApps)),
    ),
  );
}

/** The files in which what hangs on an app is written. */
function filesOf(file: SourceFile, { routes, middlewares }: Registered): SourceFile[] {
  const places = [...middlewares, ...routes.flatMap(({ handlers, before }) => [...handlers, ...before])];
  return [
    ...new Set([
      file,
      ...routes.map((route) => route.file),
      ...places.map((one) => one.file),
      ...(file.facts ? places.flatMap((one) => ownFunctions(one).map((fn) => fn.file)) : []),
    ]),
  ];
}

/** The routes of a package that are not known to hang on anything. */
function looseRoutes(files: readonly SourceFile[], known: readonly Route[]): Route[] {
  const seen = new Set(known.map(({ node }) => node));
  return files.flatMap((file) => {
    const own = routesOf(file);
    const before = own.filter(isMiddleware).flatMap(({ handlers }) => handlers);
    return own.flatMap((route) =>
      isMiddleware(route) || route.ownPath === undefined || seen.has(route.node) ? [] : [{ ...route, before }],
    );
  });
}

function isMiddleware({ methods }: Route): boolean {
  return methods.includes('use');
}
