import { authSdks } from '../apis/auth/sdks/index.ts';
import { hintOfAny, mentioned } from '../syntax/hints.ts';
import type { Node } from '../syntax/nodes.ts';
import { runtimeAt } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile } from '../syntax/source-file.ts';
import type { SdkExposure } from './exposure.ts';

/** Text without which no file says where a sign-in library keeps its tokens. */
export const SDK_HINT = hintOfAny(authSdks);

const sdksIn = mentioned(authSdks);

/** Settings by which sign-in libraries keep their tokens where scripts of the page can read them. */
export const sdkExposures = perFile((file): readonly SdkExposure[] => {
  const reported = new Set<Node>();
  return sdksIn(file).flatMap((sdk) =>
    [...sdk.storages(file)].flatMap(({ node, medium, storage }): SdkExposure[] => {
      if (reported.has(node) || !isPage(file, node)) return [];
      reported.add(node);
      return [
        { kind: medium === 'script-cookie' ? 'sdk-cookie' : 'sdk-storage', file, node, sdk: sdk.name, storage, instead: sdk.instead },
      ];
    }),
  );
});

/** A server has no such storage, and a native app's is its own. */
function isPage(file: SourceFile, node: Node): boolean {
  const runtime = runtimeAt(file, node);
  return runtime !== 'server' && runtime !== 'native';
}
