import { addressText, reaches } from '../app/reached-routes.ts';
import { sentRequestsIn } from '../app/sent-requests.ts';
import { serverRoutesOf } from '../app/server-routes.ts';
import type { Place } from '../flow/resolve.ts';
import { resolveValue } from '../flow/resolve.ts';
import { textOf } from '../syntax/source-file.ts';
import { isTestOfPackage } from '../syntax/test-files.ts';
import type { SurveyedClient } from './client-survey.ts';
import type { SurveyedServer } from './server-survey.ts';
import { hostOf, isThisMachine, webOriginOf } from '../hosts.ts';

/**
 * The address of this machine at which pages ask some of the server's routes, although they sign in at their own origin: a dev
 * server passes `/api/login` on, and a page asks `http://localhost:5000/api/orders` by itself. Undefined where none does.
 */
export function addressBeside({ files }: SurveyedServer, client: SurveyedClient): string | undefined {
  const pages = client.files.filter((file) => !isTestOfPackage(file.path));
  const asked = sentRequestsIn(pages).flatMap((request) => {
    const origin = webOriginOf(addressText(request.address));
    return origin !== undefined && isThisMachine(hostOf(origin)!) && isSaid(request.address.base) ? [{ request, origin }] : [];
  });
  if (asked.length === 0) return undefined;
  const routes = serverRoutesOf(files);
  return asked.find(({ request }) => routes.some((route) => reaches(request, route) === 'yes'))?.origin;
}

/** Whether a base is written there, or is what counts where the environment says nothing: another script may set any other. */
function isSaid(base: Place | undefined): boolean {
  const value = base && resolveValue(base);
  if (value?.node.type === 'LogicalExpression') return /\benv\b/.test(textOf(value.file, value.node.left));
  return value === undefined || value.node.type === 'Literal' || value.node.type === 'TemplateLiteral';
}
