import path from 'node:path';
import type { SourceFile } from '../../syntax/source-file.ts';

/**
 * The path of the endpoint that a file is by its place, in frameworks that route by files: Next
 * (https://nextjs.org/docs/app/getting-started/route-handlers), Nitro (https://nitro.build/guide/routing), SvelteKit.
 *
 * @returns For instance `/api/auth/login` of `app/api/auth/login/route.ts`; undefined where a file is no endpoint.
 */
export function placedPath(file: SourceFile): string | undefined {
  const unix = file.path.split(path.sep).join('/');
  const match =
    /\/app\/((?:.+\/)?)route\.[cm]?[jt]sx?$/.exec(unix) ??
    /\/pages(\/api\/.+?)\.[cm]?[jt]sx?$/.exec(unix) ??
    /\/server(\/api\/.+?)(?:\.(?:get|post|put|patch|delete))?\.[cm]?[jt]s$/.exec(unix) ??
    /\/server\/routes(\/.+?)(?:\.(?:get|post|put|patch|delete))?\.[cm]?[jt]s$/.exec(unix) ??
    /\/src\/routes\/((?:.+\/)?)\+server\.[jt]s$/.exec(unix);
  if (!match) return undefined;
  // Groups such as (auth) are not in the address.
  const steps = match[1]!.split('/').filter((step) => step !== '' && !/^\(.*\)$/.test(step) && step !== 'index');
  return `/${steps.join('/')}`;
}
