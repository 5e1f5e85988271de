import type { Route } from '../app/route.ts';
import { takesSession } from '../codemods/server-session/session-guards.ts';
import { lifetimeExposures } from '../exposures/token-lifetimes.ts';
import { persistedExposures } from '../exposures/persisted-state.ts';
import { storageExposures } from '../exposures/storage.ts';
import { isCredentialKey } from '../exposures/storage-keys.ts';
import type { MigrationOptions, Survey } from '../project/migration-facts.ts';
import type { PlannedFile } from '../project/planned-file.ts';
import { lineOf } from './file-lines.ts';
import { written } from './token-places.ts';

/** What is planned of an app. */
interface Planned {
  readonly root: string;
  readonly survey: Survey;
  readonly options: MigrationOptions;
  readonly files: readonly PlannedFile[];
}

/** What people who use the app will notice, a sentence each: nothing that does not follow from the plan. */
export function effectsOf(planned: Planned): string[] {
  const { survey, options, files } = planned;
  if (files.length === 0) return [];
  const pages = new Set(survey.client?.files.map((file) => file.path));
  const touchesClient = files.some(({ path: file, before }) => before !== undefined && pages.has(file));
  return [
    ...(touchesClient ? [signsInAgain(options), ...outlivesTab(planned)] : []),
    ...(options.phase === 'all' || options.phase === 'server' ? [...endOfSessions(planned), ...signOut(planned)] : []),
    ...(survey.topology.topology === 'cross-site' ? [CROSS_SITE] : []),
    ...(options.noBearer ? ['Programs that send a Bearer token are refused.'] : []),
  ];
}

const CROSS_SITE =
  'The page and the API are on different sites, and browsers block third-party cookies: many people will not be ' +
  'able to sign in until both are served from one site.';

function signsInAgain({ exchange }: MigrationOptions): string {
  return exchange
    ? 'People stay signed in: a token that is stored is turned into a cookie once.'
    : 'Everybody signs in again, once: stored tokens are thrown away.';
}

/** A token in sessionStorage went with its tab; a cookie does not, where it has an end. */
function outlivesTab({ survey }: Planned): string[] {
  const kept = survey.client?.files.flatMap((file) =>
    storageExposures(file).flatMap(({ kind, access, key }) =>
      kind.endsWith('-write') && isCredentialKey(key.reading) ? [access.storage] : [],
    ),
  );
  return kept && kept.length > 0 && kept.every((storage) => storage === 'sessionStorage')
    ? ['A session outlives its tab: it was kept in sessionStorage, and the cookie lasts as long as the token.']
    : [];
}

/** A token that never expires had no end in a storage. A cookie has. */
function endOfSessions(planned: Planned): string[] {
  const { root, survey } = planned;
  const { server } = survey;
  const [first] = written(root, server?.files ?? []).flatMap((file) =>
    lifetimeExposures(file).flatMap(({ seconds, role, holder, node }) =>
      seconds === Infinity && holder === 'token' && role !== 'refresh' && role !== 'one-time' ? [lineOf(root, file, node)] : [],
    ),
  );
  return first === undefined
    ? []
    : [
        `Sessions last a day: a token that is issued here says no end (${first.file}:${String(first.line)}). ` +
          'With expiresIn the cookie lasts as long as it.',
        ...staysShown(planned),
      ];
}

/** What a library keeps is not taken away with a session that ends by itself. */
function staysShown({ root, survey: { client } }: Planned): string[] {
  const [first] = written(root, client?.files ?? []).flatMap((file) =>
    persistedExposures(file).map((one) => ({ ...lineOf(root, one.file, one.node), library: one.library })),
  );
  return first === undefined
    ? []
    : [
        `What ${first.library} keeps of the user (${first.file}:${String(first.line)}) stays when a session ends by itself: pages that ` +
          'go by it alone, and not by hasSession(), show somebody as signed in.',
      ];
}

/** What a signature proves stays so: nobody looks anywhere whether the session was ended. */
function signOut({ root, survey: { server } }: Planned): string[] {
  const guarded = server?.signOut && isBehindGuard(server.signOut) ? lineOf(root, server.signOut.file, server.signOut.node) : undefined;
  return [
    ...(guarded
      ? [
          `Whoever signs out has to be signed in (${guarded.file}:${String(guarded.line)} is behind a guard): where a session counts no ` +
            'more, its cookie stays until it ends.',
        ]
      : []),
    ...(server?.verify ? [COPIES] : []),
  ];
}

const COPIES =
  'Signing out takes the cookie away. A token that somebody copied before, as a program can, stays valid until it expires, ' +
  'as it does today.';

/** Whether a guard runs before all routes of a router, where nothing can be put before it for one route alone. */
function isBehindGuard({ file, node, before }: Route): boolean {
  return before.some((one) => (one.file !== file || one.node.range[0] < node.range[0]) && takesSession(one));
}
