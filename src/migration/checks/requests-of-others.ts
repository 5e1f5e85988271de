import { ownFunctions } from '../../app/handlers.ts';
import type { Route } from '../../app/route.ts';
import { serverRoutesOf } from '../../app/server-routes.ts';
import { bodyReadsOf } from '../../apis/server/request-body.ts';
import type { OwnFunction } from '../../apis/middleware/index.ts';
import { takesSession } from '../../codemods/server-session/session-guards.ts';
import { changesSomething } from '../../exposures/changes.ts';
import { sessionActionsOf } from '../../exposures/session-actions.ts';
import { sessionRoutesOf } from '../../exposures/session-routes.ts';
import { originOf } from '../../flow/origin.ts';
import { staticText } from '../../flow/static-text.ts';
import { contains } from '../../syntax/nodes.ts';
import { isTestFile } from '../../syntax/test-files.ts';
import { lineOf } from '../file-lines.ts';
import type { Check, CheckFailure, CheckKind, PlannedProject } from './check.ts';

/**
 * A cookie goes with a link that another site has people follow, which a token in a header does not. A route that changes
 * something on GET is named: the check of where requests come from lets GET through, as browsers do.
 */
export const changesNothingOnGet: Check = {
  kind: 'changes something on GET',
  stops: false,
  *run(result) {
    for (const route of routesOfSessions(result)) {
      if (!route.methods.some((method) => method === 'get' || method === 'all')) continue;
      const { ends, issues } = sessionActionsOf(route);
      if (ends || !/^(?:no|unknown)$/.test(issues) || !functionsOf(route).some(changesSomething)) continue;
      const text =
        `${route.path} changes something when it is only asked for. Browsers send the cookie with a link of another site, ` +
        'as they did not with the token: take POST, PUT or DELETE for it, here and where pages ask for it.';
      yield failureAt('changes something on GET', result, route, text);
    }
  },
};

/** Bodies by which identity providers and payment services have a browser post a form to an app. */
const POSTED_FROM_ELSEWHERE = /^(?:SAMLResponse|RelayState|id_token|wresult)$/;
const STRATEGIES = /^(?:saml|apple|wsfed-saml2|multi-saml|azuread-openidconnect)$/i;

/** A form that another site posts on purpose would be refused as a forged one. */
export const letsMeantPostsIn: Check = {
  kind: 'refuses a form of another site',
  stops: false,
  *run(result) {
    for (const route of routesOfServer(result)) {
      if (!route.methods.includes('post') || !isPostedFromElsewhere(route)) continue;
      const text =
        `another site posts a form to ${route.path}, as it is meant to. Register this route before refuseCrossSite, or have ` +
        'the check let this path through.';
      yield failureAt('refuses a form of another site', result, route, text);
    }
  },
};

function isPostedFromElsewhere(route: Route): boolean {
  const isByStrategy = route.handlers.some(({ file, node }) => {
    if (node.type !== 'CallExpression' || originOf(file, node.callee) !== 'passport#authenticate') return false;
    const [strategy] = node.arguments;
    return strategy !== undefined && STRATEGIES.test(staticText(file, strategy) ?? '');
  });
  return (
    isByStrategy ||
    functionsOf(route).some((fn) =>
      bodyReadsOf(fn.file).some(({ name, node }) => POSTED_FROM_ELSEWHERE.test(name) && contains(fn.node, node)),
    )
  );
}

/** The server's routes as they were, when its guards could be read as the app's own. */
function routesOfServer({ survey: { server }, root, options: { phase } }: PlannedProject): readonly Route[] {
  if (!server?.signIn || phase === 'client' || phase === 'cleanup') return [];
  return serverRoutesOf(server.files.filter((file) => !isTestFile(file.path, root)));
}

/** The routes that a session opens, but for those that are about sessions themselves. */
function routesOfSessions(result: PlannedProject): readonly Route[] {
  const routes = routesOfServer(result);
  const { issuing, signOut, who } = sessionRoutesOf(routes);
  const about = new Set([...issuing, signOut, who]);
  return routes.filter((route) => !about.has(route) && isOpenedBySession(route));
}

function isOpenedBySession({ file: own, node: route, before, handlers }: Route): boolean {
  // What is registered below a route does not run for it.
  const earlier = before.filter(({ file, node }) => file !== own || node.range[0] < route.range[0]);
  return [...earlier, ...handlers].some((place) => takesSession(place));
}

function functionsOf({ handlers }: Route): readonly OwnFunction[] {
  const last = handlers.at(-1);
  return last ? ownFunctions(last) : [];
}

/** At the line where the route is registered in the planned text, or as it is where that is not to be found. */
function failureAt(kind: CheckKind, { root, project }: PlannedProject, route: Route, text: string): CheckFailure {
  const { file: name, line } = lineOf(root, route.file, route.node);
  const written = route.file.text.split('\n')[line - 1]!.trim();
  const after =
    project
      .file(route.file.path)
      ?.text.split('\n')
      .findIndex((one) => one.trim() === written) ?? -1;
  return { kind, file: name, line: after < 0 ? line : after + 1, text };
}
