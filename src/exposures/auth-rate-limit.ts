import { perFile, textOf } from '../syntax/source-file.ts';
import { isRouteProtected } from './app-protection.ts';
import type { AppFacts } from '../app/app-facts.ts';
import type { Route } from '../app/route.ts';
import { appsOf } from '../app/apps.ts';
import { isSignIn, routeName } from './auth-routes.ts';
import type { AppExposure } from './exposure.ts';
import { ownFunctions } from '../app/handlers.ts';
import { either } from '../credentials/alternatives.ts';

/** Apps that let anybody try passwords, codes and tokens as fast as the network carries them. */
export const rateLimitExposures = perFile((file): readonly AppExposure[] =>
  appsOf(file).flatMap((app) => {
    const open = app.routes.filter((route) => isSignIn(route) && !isLimited(app, route));
    return open.length === 0
      ? []
      : [{ kind: 'auth-without-rate-limit', file, node: app.node, app, reason: '', routes: [...new Set(open.map(routeName))] }];
  }),
);

/** Words of those who count attempts themselves. */
const COUNTS = either(
  [
    /rate_?-?limit/,
    /throttl/,
    /(?:login|failed|max|sign_?in)_?attempts/,
    /attempts?(?:Count|Left|s)?\b.{0,40}(?:>=?|\+\+|\+=)/,
    /lock(?:ed)?_?(?:out|until)/,
    /too ?many/,
  ],
  'i',
);

function isLimited(app: AppFacts, route: Route): boolean {
  return (
    isRouteProtected(app, route, 'rate-limit') !== 'no' ||
    route.handlers.some((place) => ownFunctions(place).some(({ file, node }) => COUNTS.test(textOf(file, node))))
  );
}
