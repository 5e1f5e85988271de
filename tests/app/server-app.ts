import { sessionActionsOf } from '../../src/exposures/session-actions.ts';
import { sessionRoutesOf } from '../../src/exposures/session-routes.ts';
import type { SessionRoutes } from '../../src/exposures/session-routes.ts';
import type { Route } from '../../src/app/route.ts';
import { methodOf } from '../../src/app/route.ts';
import { serverRoutesOf } from '../../src/app/server-routes.ts';
import { discover } from '../../src/project/discover.ts';
import { Project } from '../../src/project/project.ts';
import { temporaryProject } from '../support/temporary-project.ts';

/** What every Express app of these tests depends on. */
const EXPRESS = JSON.stringify({ dependencies: { express: '5', jsonwebtoken: '9', bcrypt: '6' } });

/** The routes of a server that is written for a test. */
export function routesIn(files: Readonly<Record<string, string>>): Route[] {
  const root = temporaryProject({ 'package.json': EXPRESS, ...files });
  const project = new Project(root, discover(root).files);
  project.learn();
  return serverRoutesOf(project.paths.flatMap((one) => project.file(one) ?? [])).toSorted((a, b) => a.path.localeCompare(b.path));
}

/** `POST /api/login`; with a question mark where a part of the path is not known. */
export function named(route: Route | undefined): string | undefined {
  return route && `${methodOf(route)} ${route.path}${route.isWhole ? '' : ' ?'}`;
}

/** The names of what is done to sessions, and where. */
export function sessionsIn(files: Readonly<Record<string, string>>): Record<Exclude<keyof SessionRoutes, 'issuing'>, string | undefined> {
  const { signIn, renewal, signOut, who } = sessionRoutesOf(routesIn(files));
  return { signIn: named(signIn), renewal: named(renewal), signOut: named(signOut), who: named(who) };
}

/** What the routes of a server issue: `POST /login: body`. */
export function issuedIn(files: Readonly<Record<string, string>>): string[] {
  return routesIn(files).map((route) => `${String(named(route))}: ${sessionActionsOf(route).issues}`);
}
