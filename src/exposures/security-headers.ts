import { sendsPages } from '../apis/pages/served-pages.ts';
import { perFile } from '../syntax/source-file.ts';
import { isProtected, whereIs } from './app-protection.ts';
import type { AppFacts } from '../app/app-facts.ts';
import { APP_HINT, appsOf } from '../app/apps.ts';
import { knowsUsers } from './auth-routes.ts';
import type { HeadersExposure } from './exposure.ts';
import { NEXT_HINT, nextConfigExposures } from './next-headers.ts';
import { policyBy } from './protections.ts';

/** Text without which a file creates no app and configures none. */
export const HEADERS_HINT = new RegExp(`${APP_HINT.source}|${NEXT_HINT.source}`, 'i');

/** Apps that know users and send pages and answers without the headers that hold a script back that should not be there. */
export const headersExposures = perFile((file): readonly HeadersExposure[] => [
  ...appsOf(file).flatMap((app) => judge(app) ?? []),
  ...nextConfigExposures(file),
]);

function judge(app: AppFacts): HeadersExposure | undefined {
  const { file, node, label } = app;
  if (app.routes.length === 0 && app.middlewares.length === 0) return undefined;
  const policies = [...app.middlewares, ...app.routes.flatMap(({ before, handlers }) => [...before, ...handlers])]
    .map((place) => policyBy(place))
    .filter((one) => one !== undefined);
  const common = { kind: 'app-without-headers', file, node, label, forPages: app.files.some(({ text }) => sendsPages(text)) } as const;
  if (policies.length > 0) {
    // Where one policy is as it should be, others are for other paths. Beside data there is nothing for a policy to hold back.
    if (policies.some(({ state }) => state === 'set') || !common.forPages || !knowsUsers(app)) return undefined;
    const weak = (['unsafe-inline', 'off', 'none'] as const).flatMap((state) =>
      policies.filter((one) => one.state === state).map(({ at }) => ({ state, at })),
    )[0];
    return weak && { ...common, state: weak.state, where: whereIs(file, weak.at) };
  }
  if (isProtected(app, 'headers') !== 'no' || !knowsUsers(app)) return undefined;
  return { ...common, state: 'missing', where: '' };
}
