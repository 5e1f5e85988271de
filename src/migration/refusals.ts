import { existsSync } from 'node:fs';
import path from 'node:path';
import { serverCreations, serverParts } from '../apis/apps/index.ts';
import { httpClients } from '../apis/http/index.ts';
import { tokenReadsOf } from '../apis/server/express-app.ts';
import { sessionPathsOf } from '../codemods/facts.ts';
import { isRefreshTokenName, readName } from '../credentials/names.ts';
import { httpOnlyCookiesOf } from '../exposures/cookie-removals.ts';
import { verificationsOf } from '../exposures/jwt-calls.ts';
import { bodyExposures } from '../exposures/response-bodies.ts';
import { signingsOf } from '../exposures/token-sources.ts';
import type { MigrationOptions, Survey } from '../project/migration-facts.ts';
import { workspaceAround } from '../project/workspace.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { FileLine } from './file-lines.ts';
import { lineOf, toldPath } from './file-lines.ts';
import type { Refusal } from './refusal.ts';
import { SERVER_ALONE } from './refusal.ts';
import { severalAddresses, severalClients } from './several-clients.ts';
import { tokenPlaces, written } from './token-places.ts';
import { tokensByOthers } from './unknown-clients.ts';

/** What the decision is made on. */
export interface RefusalFacts {
  readonly root: string;
  readonly survey: Survey;
  readonly options: MigrationOptions;
  /** The files that may have to do with credentials or with servers. */
  readonly files: () => readonly SourceFile[];
}

/** The clients whose requests the codemod rewrites, for people. */
const REWRITTEN = httpClients
  .flatMap(({ session, label }) => (session ? [label] : []))
  .join(', ')
  .replace(/, ([^,]*)$/, ' and $1');

/**
 * Why a migration is not made at all. One side never goes without the other: a server that takes the token out of its
 * answers locks out pages that were left as they are, and a page without its token needs a server that sets a cookie.
 */
export function refusalsOf(facts: RefusalFacts): Refusal[] {
  const outside = facts.options.phase === 'server' ? [] : partOfWorkspace(facts.root);
  return outside.length > 0 ? outside : refusalsOfSides(facts);
}

function refusalsOfSides(facts: RefusalFacts): Refusal[] {
  const { server, client } = facts.survey;
  const { phase } = facts.options;
  if (!server) return client || phase === 'server' ? withoutServer(facts) : [];
  const migrated = migratedSides(facts.survey);
  const early = outOfOrder(facts, migrated);
  if (early.length > 0 || phase === 'cleanup') return early;
  if (!server.signIn && server.hasSessions && !migrated.server) return withoutSignIn(facts);
  if (phase === 'server') return [];
  if (!client) return server.hasSessions ? withoutClient(facts) : [];
  const ofClients = [
    ...unknownClients(facts),
    ...severalClients(facts.root, client),
    ...severalAddresses(facts.root, client, facts.survey.facts.client.signInPaths),
  ];
  if (ofClients.length > 0) return ofClients;
  return server.signIn || migrated.client ? [] : withoutSignIn(facts);
}

/** How many packages a message names. */
const MOST_NAMED = 5;

/** A package of a workspace alone: what the others send to its server, or get of its modules, is out of sight. */
function partOfWorkspace(root: string): Refusal[] {
  const workspace = workspaceAround(root);
  if (!workspace || workspace.others.length === 0) return [];
  const { directory, others } = workspace;
  const up = path.relative(root, directory).split(path.sep).join('/');
  const named = others.slice(0, MOST_NAMED).join(', ') + (others.length > MOST_NAMED ? ' and more' : '');
  return [
    {
      reason: 'part of a workspace',
      side: 'both',
      places: [],
      text:
        `This folder is part of the workspace in ${up}, whose other packages were not looked at (${named}). Its sign-in, the ` +
        `pages that use it and what they share move together: run \`httponly migrate --cwd ${up}\`. Or: ${SERVER_ALONE}`,
    },
  ];
}

/** The sides that an earlier migration has moved already. */
interface MigratedSides {
  readonly server: boolean;
  readonly client: boolean;
}

/** A side is moved that has the module by which it knows of the session. */
function migratedSides({ server, client, facts }: Survey): MigratedSides {
  return {
    server: server !== undefined && existsSync(facts.server.sessionCookie.path),
    client: client !== undefined && isMoved(facts),
  };
}

/** Whether pages have the module or script by which they know of the session. */
function isMoved({ client }: Survey['facts']): boolean {
  return [...sessionPathsOf(client)].some((one) => existsSync(one));
}

/** A step of a rollout needs the one before. */
function outOfOrder({ survey: { client }, options: { phase } }: RefusalFacts, migrated: MigratedSides): Refusal[] {
  const refusal = (side: Refusal['side'], text: string): Refusal => ({ reason: 'phase out of order', side, places: [], text });
  if (phase === 'client' && !migrated.server)
    return [
      refusal(
        'server',
        'Pages cannot be moved yet: the server sets no session cookie. Run `httponly migrate --phase server` first, and deploy it.',
      ),
    ];
  if (phase === 'cleanup' && !migrated.server)
    return [refusal('server', 'There is nothing to clean up: the server sets no session cookie. A rollout begins with `--phase server`.')];
  if (phase === 'cleanup' && client && !migrated.client)
    return [
      refusal(
        'client',
        'The token cannot leave the answers yet: pages still take it from there. Run `httponly migrate --phase client` first.',
      ),
    ];
  return [];
}

function withoutServer({ root, files, survey: { client, facts } }: RefusalFacts): Refusal[] {
  const kept = client ? tokenPlaces(root, client.files) : [];
  if (client && kept.length === 0 && isMoved(facts)) return [];
  const others = otherServers(root, files());
  if (others.length > 0) return [otherServer(others)];
  const where = client ? `The front end keeps a token${at(kept)}, but no` : 'No';
  return [
    {
      reason: 'no server',
      side: 'server',
      places: kept.slice(0, 1),
      text:
        `${where} Express server that could set a cookie was found below this folder. Run the command in the ` +
        "folder that holds both, or have the server set the session's cookie first.",
    },
  ];
}

function withoutClient({ root, survey: { server } }: RefusalFacts): Refusal[] {
  const places = issuingPlaces(root, server!);
  return [
    {
      reason: 'no client',
      side: 'client',
      places,
      text:
        `The server answers with a token${at(places)}, but no page that takes it was found below this folder: its ` +
        'clients are elsewhere, and would stop working. Migrate the two together, in the folder that holds both. ' +
        `Or: ${SERVER_ALONE}`,
    },
  ];
}

/** Requests that carry the token by a client that the codemod does not rewrite. */
function unknownClients({ root, survey }: RefusalFacts): Refusal[] {
  const found = [...tokensByOthers(survey)].map(([label, places]) => ({
    label,
    places: places.map(({ file, node }) => lineOf(root, file, node)),
  }));
  if (found.length === 0) return [];
  const named = found.map(({ label, places }) => `${label}${at(places)}`).join(' and ');
  return [
    {
      reason: 'unknown client',
      side: 'client',
      places: found.flatMap(({ places }) => places),
      text:
        `The front end gets or sends the token by ${named}, which is not rewritten yet (${REWRITTEN} ` +
        `are). Move these requests by hand. Or: ${SERVER_ALONE}`,
    },
  ];
}

/** No route was found that answers with the session's token: there is nothing that could become a cookie. */
function withoutSignIn({ root, files, survey: { server, client } }: RefusalFacts): Refusal[] {
  const others = otherServers(root, files());
  if (others.length > 0) return [otherServer(others)];
  const made = issuingPlaces(root, server!);
  const kept = client ? tokenPlaces(root, client.files) : [];
  const asked = kept.length > 0 ? ` The front end keeps one${at(kept)}.` : '';
  const cookies = tokenCookies(root, server!);
  if (made.length > 0 && cookies.length > 0)
    return [
      {
        reason: 'in a cookie already',
        side: 'server',
        places: [...cookies, ...kept],
        text:
          `The server puts its token into an HttpOnly cookie already${at(cookies)}, and no route was found that answers with one: ` +
          `there is nothing to move there.${asked}${kept.length > 0 ? ' See where that comes from: the cookie does without it.' : ''}`,
      },
    ];
  if (made.length > 0)
    return [
      {
        reason: 'no session route',
        side: 'server',
        places: [...made, ...kept],
        text:
          `The server makes a token${at(made)}, but no route was found that answers with it, so that there is none ` +
          `to turn into a cookie.${asked} Answer with the token in the handler of the sign-in's route (res.json({ ` +
          'token })), or set the cookie there by hand.',
      },
    ];
  const verified = written(root, server!.files).flatMap((file) =>
    [...verificationsOf(file), ...tokenReadsOf(file)].map(({ node }) => lineOf(root, file, node)),
  );
  const what =
    verified.length > 0
      ? `The server verifies tokens${at(verified)}, but makes none`
      : 'The Express server neither makes tokens nor verifies them';
  return [
    {
      reason: 'sign-in elsewhere',
      side: 'server',
      places: [...verified, ...kept],
      text:
        `${what}: people sign in at another service, or in a way that was not understood.${asked} It needs an ` +
        'endpoint that takes that token once, verifies it and sets a cookie of its own.',
    },
  ];
}

/** Where the server sets cookies for its sessions that no script can read. One for a refresh token says nothing of the other. */
function tokenCookies(root: string, { files }: NonNullable<Survey['server']>): FileLine[] {
  return written(root, files).flatMap((file) =>
    [...httpOnlyCookiesOf(file)].flatMap(([name, line]) =>
      /^(?:credential|likely)$/.test(readName(name).verdict) && !isRefreshTokenName(name)
        ? [{ file: toldPath(root, file.path), line }]
        : [],
    ),
  );
}

/** Servers of other frameworks than the one that is rewritten. */
function otherServers(root: string, files: readonly SourceFile[]): { readonly label: string; readonly place: FileLine }[] {
  const own = written(root, files);
  const created = own.flatMap((file) => serverCreations(file).flatMap((one) => (one.isRewritten ? [] : [{ ...one, file }])));
  const found = created.length > 0 ? created : own.flatMap((file) => serverParts(file).map((one) => ({ ...one, file })));
  return found.map(({ file, label, node }) => ({ label, place: lineOf(root, file, node) }));
}

function otherServer(others: readonly { readonly label: string; readonly place: FileLine }[]): Refusal {
  const [first] = others;
  const places = others.map(({ place }) => place);
  return {
    reason: 'other server',
    side: 'server',
    places,
    text:
      `The server is made with ${first!.label}${at(places)}, and only Express is rewritten so far. Set the ` +
      "session's cookie there by hand; the pages follow once sign-in answers with a cookie.",
  };
}

/** Where the server makes tokens, or answers with them. */
function issuingPlaces(root: string, { files }: NonNullable<Survey['server']>): FileLine[] {
  return written(root, files).flatMap((file) =>
    [...bodyExposures(file).map(({ node }) => node), ...signingsOf(file).keys()].map((node) => lineOf(root, file, node)),
  );
}

/** ` (server/auth.js:12)`: the first of some places. */
function at(places: readonly FileLine[]): string {
  const [first] = places;
  if (!first) return '';
  const more = new Set(places.map(({ file }) => file)).size - 1;
  return ` (${first.file}:${String(first.line)}${more > 0 ? ` and ${String(more)} more ${more === 1 ? 'file' : 'files'}` : ''})`;
}
