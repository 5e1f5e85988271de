import { hostOf, isThisMachine } from '../hosts.ts';
import { localPageOrigins } from '../project/cors-survey.ts';
import type { Survey } from '../project/migration-facts.ts';
import type { Leftover } from './migration-plan.ts';

function localHostOf(address: string): string | undefined {
  const host = hostOf(address);
  return host !== undefined && isThisMachine(host) ? host : undefined;
}

/**
 * Pages that are developed at another name of this machine than the API: for a browser 127.0.0.1 and localhost are two sites, and
 * no cookie of the one goes with a request from the other.
 */
export function otherLocalSites({ client, server, topology }: Survey, phase: string): Leftover[] {
  if (!client || !server?.signIn || phase === 'server' || phase === 'cleanup') return [];
  const api = localHostOf(client.base?.literal ?? '');
  if (api === undefined) return [];
  const development = topology.developmentOrigin === undefined ? [] : [topology.developmentOrigin];
  const pages = [...localPageOrigins(server.files), ...development];
  const [first] = pages;
  if (pages.some((one) => localHostOf(one) === api)) return [];
  if (first !== undefined)
    return [
      {
        kind: 'hosting',
        text:
          `Pages are opened at ${first}, and ask the API at ${api}. To a browser these are two sites, and the cookie does not go from ` +
          `one to the other: open pages at ${first.replace(/^https?:\/\/[^/:]+/, `http://${api}`)}, and let CORS allow that.`,
      },
    ];
  if (!client.classic || client.classic.served.length > 0) return [];
  return [
    {
      kind: 'hosting',
      text:
        `Pages ask the API at ${api}, and nothing says where they are opened. The cookie goes along only from pages at http://${api}, ` +
        'whatever the port: not from another name of this machine, nor from a file.',
    },
  ];
}
