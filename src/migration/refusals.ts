import { existsSync } from 'node:fs';
import path from 'node:path';
import { serverCreations } from '../apis/apps/index.ts';
import { httpClients } from '../apis/http/index.ts';
import { tokenReadsOf } from '../apis/server/express-app.ts';
import { bearerExposures } from '../exposures/headers.ts';
import { verificationsOf } from '../exposures/jwt-calls.ts';
import { clientsOf, requestsOf } from '../app/requests.ts';
import { bodyExposures } from '../exposures/response-bodies.ts';
import { storageExposures } from '../exposures/storage.ts';
import { isCredentialKey } from '../exposures/storage-keys.ts';
import { signingsOf } from '../exposures/token-sources.ts';
import type { MigrationOptions, Survey } from '../project/migration-facts.ts';
import type { Project } from '../project/project.ts';
import type { Node } from '../syntax/nodes.ts';
import type { CheckFailure, CheckKind } from './checks/index.ts';
import { contains } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { positionOf } from '../syntax/source-file.ts';
import { isTestFile, isTestOfPackage } from '../syntax/test-files.ts';

/** Why a migration is not made. */
export type RefusalReason =
  | 'no server'
  | 'other server'
  | 'no client'
  | 'unknown client'
  | 'no session route'
  | 'sign-in elsewhere'
  | 'phase out of order'
  | 'unparsable source'
  | 'unchangeable file'
  | 'unparsable result'
  | 'unsound result'
  | 'classic script'
  | 'one side alone'
  | 'no place for a file';

/** A place of the project, for people and programs. */
export interface Place {
  /** Relative to the root. */
  readonly file: string;
  readonly line: number;
}

/** One reason for which nothing at all is written: what is there, where, and what to do. */
export interface Refusal {
  readonly reason: RefusalReason;
  /** The side that cannot be done. */
  readonly side: 'server' | 'client' | 'both';
  readonly places: readonly Place[];
  readonly text: string;
}

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

const SERVER_ALONE =
  '`httponly migrate --phase server` moves the server alone: it takes a cookie beside the token, and pages that ' +
  'send the token go on working.';

/**
 * Why a migration is not made at all. One side never goes without the other: a server that takes the token out of its
 * answers locks out pages that were left as they are, and a page without its token needs a server that sets a cookie.
 */
export function refusalsOf(facts: RefusalFacts): Refusal[] {
  const { survey, options } = facts;
  const { server, client } = survey;
  const isServerMigrated = server !== undefined && existsSync(survey.facts.server.sessionCookie.path);
  const isClientMigrated = client !== undefined && existsSync(survey.facts.client.session.path);
  if (!server) return client || options.phase === 'server' ? withoutServer(facts) : [];
  const early = outOfOrder(facts, isServerMigrated, isClientMigrated);
  if (early.length > 0) return early;
  if (options.phase === 'cleanup') return [];
  if (!server.signIn && server.hasSessions && !isServerMigrated) return withoutSignIn(facts);
  if (options.phase === 'server') return [];
  if (!client) return server.hasSessions ? withoutClient(facts) : [];
  const unknown = unknownClients(facts);
  if (unknown.length > 0) return unknown;
  return !server.signIn && !isClientMigrated ? withoutSignIn(facts) : [];
}

/** What of a text that cannot be read as code makes it one that a migration has to understand. */
const OURS = /token|jwt|bearer|authorization|cookie|session|localStorage/i;

/** Source files that cannot be read or parsed, and that may have a part in the session. Tests are left, and named. */
export function unparsableSources(project: Project): Refusal[] {
  return project.skipped.flatMap(({ path: relative, reason }): Refusal[] => {
    const file = path.join(project.root, relative);
    const text = project.textOf(file);
    if (isTestFile(file, project.root) || (text !== undefined && !OURS.test(text))) return [];
    return [
      {
        reason: 'unparsable source',
        side: 'both',
        places: [{ file: relative.split(path.sep).join('/'), line: Number(/line (\d+)/.exec(reason)?.[1] ?? 1) }],
        text:
          `${relative}: ${reason}, and it speaks of tokens or sessions. What it does with them cannot be told. ` +
          'Repair it, or have git ignore it.',
      },
    ];
  });
}

/** A file whose edits cannot be made: they meet, or its bytes would not stay. */
export function unchangeable(root: string, file: string, why: string): Refusal {
  const relative = path.relative(root, file).split(path.sep).join('/');
  return {
    reason: 'unchangeable file',
    side: 'both',
    places: [{ file: relative, line: 1 }],
    text: `${relative} cannot be changed: ${why}.`,
  };
}

const OF_CHECK: Readonly<Partial<Record<CheckKind, RefusalReason>>> = {
  parses: 'unparsable result',
  'keeps scripts classic': 'classic script',
  'moves both sides': 'one side alone',
  'stands where it may': 'no place for a file',
};

/** A planned text with which the app would not work. */
export function unsound({ kind, file, line, text }: CheckFailure): Refusal {
  const reason = OF_CHECK[kind] ?? 'unsound result';
  return {
    reason,
    side: 'both',
    places: [{ file, line }],
    text: `${file}:${String(line)} cannot be written as planned: ${text.replace(/\.$/, '')}.`,
  };
}

/** A step of a rollout needs the one before. */
function outOfOrder(
  { survey: { client }, options: { phase } }: RefusalFacts,
  isServerMigrated: boolean,
  isClientMigrated: boolean,
): Refusal[] {
  const refusal = (side: Refusal['side'], text: string): Refusal => ({ reason: 'phase out of order', side, places: [], text });
  if (phase === 'client' && !isServerMigrated)
    return [
      refusal(
        'server',
        'Pages cannot be moved yet: the server sets no session cookie. Run `httponly migrate --phase server` first, and deploy it.',
      ),
    ];
  if (phase === 'cleanup' && !isServerMigrated)
    return [refusal('server', 'There is nothing to clean up: the server sets no session cookie. A rollout begins with `--phase server`.')];
  if (phase === 'cleanup' && client && !isClientMigrated)
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
  if (client && kept.length === 0 && existsSync(facts.client.session.path)) return [];
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
function unknownClients({ root, survey: { client, facts } }: RefusalFacts): Refusal[] {
  const found = new Map<string, Place[]>();
  for (const file of client!.files) {
    if (facts.isTest(file.path) || isTestOfPackage(file.path)) continue;
    for (const { node, form } of bearerExposures(file)) {
      if (form === 'slot' || form === 'message') continue;
      const owner = [...requestsOf(file), ...clientsOf(file)].find((one) => contains(one.node, node));
      if (!owner || owner.api.session) continue;
      found.set(owner.api.label, [...(found.get(owner.api.label) ?? []), placeOf(root, file, node)]);
    }
  }
  if (found.size === 0) return [];
  const named = [...found].map(([label, places]) => `${label}${at(places)}`).join(' and ');
  return [
    {
      reason: 'unknown client',
      side: 'client',
      places: [...found.values()].flat(),
      text:
        `The front end sends the token by ${named}, which is not rewritten yet (${REWRITTEN} ` +
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
    [...verificationsOf(file), ...tokenReadsOf(file)].map(({ node }) => placeOf(root, file, node)),
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

/** Servers of other frameworks than the one that is rewritten. */
function otherServers(root: string, files: readonly SourceFile[]): { readonly label: string; readonly place: Place }[] {
  return written(root, files).flatMap((file) =>
    serverCreations(file)
      .filter(({ id }) => id !== 'express')
      .map(({ label, node }) => ({ label, place: placeOf(root, file, node) })),
  );
}

function otherServer(others: readonly { readonly label: string; readonly place: Place }[]): Refusal {
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
function issuingPlaces(root: string, { files }: NonNullable<Survey['server']>): Place[] {
  return written(root, files).flatMap((file) =>
    [...bodyExposures(file).map(({ node }) => node), ...signingsOf(file).keys()].map((node) => placeOf(root, file, node)),
  );
}

/** Where pages keep or send the token. */
function tokenPlaces(root: string, files: readonly SourceFile[]): Place[] {
  return written(root, files).flatMap((file) => [
    ...storageExposures(file).flatMap(({ kind, key, node }) =>
      kind.endsWith('-write') && isCredentialKey(key.reading) ? [placeOf(root, file, node)] : [],
    ),
    ...bearerExposures(file).map(({ node }) => placeOf(root, file, node)),
  ]);
}

function written(root: string, files: readonly SourceFile[]): SourceFile[] {
  return files.filter((file) => !isTestFile(file.path, root));
}

function placeOf(root: string, file: SourceFile, node: Node): Place {
  return { file: path.relative(root, file.path).split(path.sep).join('/'), line: positionOf(file, node.range[0]).line };
}

/** ` (server/auth.js:12)`: the first of some places. */
function at(places: readonly Place[]): string {
  const [first] = places;
  if (!first) return '';
  const more = new Set(places.map(({ file }) => file)).size - 1;
  return ` (${first.file}:${String(first.line)}${more > 0 ? ` and ${String(more)} more ${more === 1 ? 'file' : 'files'}` : ''})`;
}
