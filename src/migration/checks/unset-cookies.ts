import type { HttpRequest } from '../../apis/http/index.ts';
import { reaches } from '../../app/reached-routes.ts';
import { requestsOf } from '../../app/requests.ts';
import { methodOf } from '../../app/route.ts';
import type { Route } from '../../app/route.ts';
import type { SentRequest } from '../../app/sent-requests.ts';
import { sentRequestsOf } from '../../app/sent-requests.ts';
import { serverRoutesOf } from '../../app/server-routes.ts';
import { askedByPath, isSentToSignIn } from '../../codemods/token-flow/received.ts';
import { readName } from '../../credentials/names.ts';
import { sessionActionsOf } from '../../exposures/session-actions.ts';
import { isCredentialKey } from '../../exposures/storage-keys.ts';
import { sourcesOf } from '../../flow/back.ts';
import type { Location } from '../../flow/location.ts';
import { locationOf } from '../../flow/location.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, memberName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import { isTestFile } from '../../syntax/test-files.ts';
import { lineOf } from '../file-lines.ts';
import type { Check } from './check.ts';

/**
 * Where a page took a token of an answer, and does so no more, the route that answers sets the cookie: else whoever comes in there
 * is shown as signed in, and is not.
 */
export const setsTheCookie: Check = {
  kind: 'sets the cookie',
  stops: false,
  *run({ root, sources, survey: { client, server, facts } }) {
    if (!client || !server) return;
    const written = server.files.filter((file) => !isTestFile(file.path, root));
    // Who has to be signed in has the cookie already.
    const others = serverRoutesOf(written).filter((route) => !server.issuing.includes(route) && !sessionActionsOf(route).isGuarded);
    const requests = new Map(client.files.flatMap((file) => requestsOf(file).map((one) => [one.node, { file, request: one }] as const)));
    const planned = new Map(sources.map((source) => [source.path, source.after]));
    const named = new Set<Node>();
    for (const before of client.files) {
      const after = planned.get(before.path);
      if (!after || isTestFile(before.path, root)) continue;
      for (const { taken, sent } of tokensNoMoreTaken(before, after, requests)) {
        // A piece that is not known may be that of a sign-in: `/api/auth/${mode}` beside a route `/api/auth/:id`.
        const maySignIn = isSentToSignIn(sent, facts.client) || server.issuing.some((one) => reaches(sent, one) !== 'no');
        const route = maySignIn ? undefined : others.find((one) => isAnsweredBy(sent, one));
        if (!route || named.has(route.node)) continue;
        named.add(route.node);
        const at = lineOf(root, route.file, route.node);
        yield {
          kind: 'sets the cookie',
          ...lineOf(root, before, taken),
          text:
            `\`${textOf(before, taken)}\` was taken of the answer here, and ${methodOf(route)} ${route.path} ` +
            `(${at.file}:${at.line}) was not seen to answer with a token, so it sets no cookie: call setSessionCookie(res, token) there.`,
        };
      }
    }
  },
};

/** A request, as far as it says which route it reaches. */
type Asked = Pick<SentRequest, 'address'>;

function isAnsweredBy(sent: Asked, route: Route): boolean {
  return !route.methods.includes('use') && reaches(sent, route) === 'yes';
}

interface TakenToken {
  readonly taken: TSESTree.MemberExpression;
  readonly sent: Asked;
}

/** The requests of pages, by their calls. */
type Requests = ReadonlyMap<Node, { readonly file: SourceFile; readonly request: HttpRequest }>;

/** The tokens that a page took out of answers, and takes no more. */
function* tokensNoMoreTaken(before: SourceFile, after: SourceFile, requests: Requests): Generator<TakenToken> {
  for (const taken of nodesOf(before, 'MemberExpression')) {
    const text = textOf(before, taken);
    if (!isToken(before, taken) || occurrences(before, text) <= occurrences(after, text)) continue;
    for (const sent of answeredTo(locationOf(before, taken), requests)) yield { taken, sent };
  }
}

/** How many places a value is followed back to. */
const MOST_PLACES = 80;

/** The requests of whose answers a value is a part: `response.data.token`, what a service's function resolves with. */
function answeredTo(token: Location, requests: Requests): readonly Asked[] {
  const found = new Set<Location>([token]);
  const [sent, byPath]: [SentRequest[], Asked[]] = [[], []];
  for (const at of found) {
    const known = requests.get(at.node);
    const asked = at.node.type === 'CallExpression' && !known ? askedByPath(at.file, at.node) : undefined;
    if (known) sent.push(...sentRequestsOf(known.file, known.request));
    else if (asked) byPath.push(asked);
    else if (found.size < MOST_PLACES) for (const next of [...sourcesOf(at), ...bodyReadFrom(at)]) found.add(next);
  }
  // Through a function that others call too the value came by the calls that were met.
  const met = new Set([...found].map(({ node }) => node));
  return [...sent.filter(({ node }) => met.has(node)), ...byPath];
}

/** `response` of `response.json()`. */
function bodyReadFrom({ file, node }: Location): Location[] {
  const callee = node.type === 'CallExpression' ? bare(node.callee) : undefined;
  return callee?.type === 'MemberExpression' && memberName(callee) === 'json' ? [locationOf(file, callee.object)] : [];
}

function isToken(file: SourceFile, member: TSESTree.MemberExpression): boolean {
  return isCredentialKey(readName(memberName(member) ?? '', file.settings.names));
}

/** How often a file has a text in it. */
function occurrences({ text }: SourceFile, wanted: string): number {
  return text.split(wanted).length - 1;
}
