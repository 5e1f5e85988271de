import path from 'node:path';
import type { Protection } from '../apis/middleware/index.ts';
import { isFunction } from '../syntax/nodes.ts';
import { callsOf } from '../syntax/functions.ts';
import type { Place } from '../flow/resolve.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, positionOf } from '../syntax/source-file.ts';
import type { AppFacts } from '../app/app-facts.ts';
import type { Route } from '../app/route.ts';
import type { Verdict } from './protections.ts';
import { doneIn, protectionBy } from './protections.ts';

/** Whether anything in the app protects it: a middleware of the app or a router, or a route's own. */
export function isProtected(app: AppFacts, protection: Protection): Verdict {
  const onRoutes = protection === 'headers' ? [] : app.routes.flatMap(({ before, handlers }) => [...before, ...handlers.slice(0, -1)]);
  const verdicts = [...new Set([...app.middlewares, ...onRoutes])].map((place) => protectionBy(place, protection));
  if (verdicts.includes('yes')) return 'yes';
  // A check that is put on by means that cannot be followed is still a check.
  if (isInPackage(app, protection)) return 'yes';
  return verdicts.includes('unknown') ? 'unknown' : 'no';
}

/** Whether anything that runs for a route protects it, what answers among it. */
export function isRouteProtected(app: AppFacts, { before, handlers }: Route, protection: Protection): Verdict {
  const verdicts = [...before, ...handlers].map((place, i, all) => {
    const verdict = protectionBy(place, protection);
    // What answers need not be seen: hardly anybody counts there.
    return verdict === 'unknown' && i === all.length - 1 ? 'no' : verdict;
  });
  if (verdicts.includes('yes') || (app.isLoose && isInPackage(app, protection))) return 'yes';
  return verdicts.includes('unknown') ? 'unknown' : 'no';
}

function isInPackage(app: AppFacts, protection: Protection): boolean {
  return (
    app.isLoose &&
    app.files.some(
      (file) =>
        doneIn(
          [...nodesOf(file, 'FunctionDeclaration'), ...nodesOf(file, 'ArrowFunctionExpression'), ...nodesOf(file, 'FunctionExpression')]
            .filter(isFunction)
            .map((node) => ({ file, node })),
          protection,
        ) || callsOf(file).some((node) => protectionBy({ file, node }, protection) === 'yes'),
    )
  );
}

/** `line 12`, or the file too where it is another. */
export function whereIs(file: SourceFile, at: Place): string {
  const line = `line ${positionOf(at.file, at.node.range[0]).line}`;
  return at.file.path === file.path ? line : `${path.relative(path.dirname(file.path), at.file.path).split(path.sep).join('/')}, ${line}`;
}
