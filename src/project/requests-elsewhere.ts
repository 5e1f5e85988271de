import type { HttpApi } from '../apis/http/index.ts';
import { addressText, reaches } from '../app/reached-routes.ts';
import { clientsOf, isWellKnownApi } from '../app/requests.ts';
import type { Address, SentRequest } from '../app/sent-requests.ts';
import { sentRequestsIn } from '../app/sent-requests.ts';
import type { Route } from '../app/route.ts';
import { serverRoutesOf } from '../app/server-routes.ts';
import { hostOf, isThisMachine, webOriginOf } from '../hosts.ts';
import type { Node } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { SurveyedClient } from './client-survey.ts';
import type { SurveyedServer } from './server-survey.ts';

/**
 * The requests and the instances that spell out the address of somebody else's server, of those that a setting for all requests of
 * a client is of too: what answers `Access-Control-Allow-Origin: *` is not to be asked with cookies, for browsers keep such answers
 * from the page. An address that may be the API's is none of them.
 */
export function requestsElsewhere(server: SurveyedServer, { files, base }: SurveyedClient): ReadonlySet<Node> {
  const elsewhere = elsewhereFrom(serverRoutesOf(server.files), webOriginOf(base?.literal ?? ''));
  const sent = sentRequestsIn(files);
  const requests = sent.filter(({ file, api, address, through }) => isObserved(api) && through.length === 0 && elsewhere(file, address));
  const clients = files.flatMap((file) =>
    clientsOf(file).filter(({ api, base: begin }) => {
      if (!isObserved(api) || !begin) return false;
      const asked = sent.filter(({ address }) => address.base?.node === begin).map(({ address }) => address);
      return (asked.length > 0 ? asked : [{ base: { file, node: begin }, rest: [] }]).every((address) => elsewhere(file, address));
    }),
  );
  return new Set([...requests, ...clients].map(({ node }) => node));
}

/** Whether what a request is made by is told once to send cookies. */
function isObserved({ session }: HttpApi): boolean {
  return session?.form === 'observed' || session?.form === 'given';
}

/** Tells whether an address is of somebody else's server: of no host that the API has, and of no route that the server has. */
function elsewhereFrom(routes: readonly Route[], own: string | undefined) {
  return (file: SourceFile, address: Address): boolean => {
    const text = addressText(address);
    const origin = webOriginOf(text);
    if (origin === undefined || origin === own) return false;
    if (isWellKnownApi(file, text)) return true;
    const reached = routes.map((route) => reachesAsWritten(text, route));
    return !reached.includes('yes') && !(isThisMachine(hostOf(origin)!) && reached.includes('unknown'));
  };
}

/** By the whole address: its path stands there, below no base that the environment could give a path of its own. */
function reachesAsWritten(text: string, route: Route): ReturnType<typeof reaches> {
  const request: Pick<SentRequest, 'address'> = { address: { base: undefined, rest: [text] } };
  return reaches(request, route);
}
