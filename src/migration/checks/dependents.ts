import { serversIn } from '../../exposures/server-apis.ts';
import { storageExposures } from '../../exposures/storage.ts';
import { isCredentialKey } from '../../exposures/storage-keys.ts';
import { besideSignIn } from '../../project/endpoints.ts';
import { nativeSignIns } from '../../project/native-apps.ts';
import type { Node } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { isTestFile } from '../../syntax/test-files.ts';
import { lineOf } from '../file-lines.ts';
import type { Check, CheckFailure, CheckKind, PlannedProject } from './check.ts';

/** A native app that took the token out of the sign-in's answer gets it elsewhere: its code is not rewritten. */
export const servesNativeApps: Check = {
  kind: 'serves native apps',
  stops: false,
  *run(result) {
    const { survey, concerned, root, options } = result;
    const signIn = survey.server?.signIn;
    if (!signIn || (options.phase !== 'all' && options.phase !== 'cleanup') || options.only) return;
    const text =
      'this app signs in where the answer holds no token any more. Have it ask ' +
      `POST ${besideSignIn(signIn, 'token')}, which answers programs with the token.`;
    for (const { file, node } of nativeSignIns(concerned, root, signIn.path)) yield failure('serves native apps', result, file, node, text);
  },
};

/** A server of pages that read the cookie in which scripts kept the token finds it no more. */
export const keepsCookiesThatAreRead: Check = {
  kind: 'keeps cookies that are read',
  stops: false,
  *run(result) {
    const { survey, concerned, root } = result;
    const gone = new Set(survey.client?.files.flatMap(cookiesKept));
    for (const name of concerned.flatMap(cookiesKept)) gone.delete(name);
    if (gone.size === 0) return;
    for (const file of concerned) {
      if (isTestFile(file.path, root)) continue;
      for (const { node, name } of serversIn(file).flatMap((api) => [...(api.cookieReads?.(file) ?? [])]))
        if (gone.has(name))
          yield failure(
            'keeps cookies that are read',
            result,
            file,
            node,
            `this reads the cookie '${name}', which pages set no more. The session's cookie is the API's: ask the API, with the ` +
              'cookies of the request, or have pages and API on one host and read the cookie that the API sets.',
          );
    }
  },
};

/** The cookies in which a page's scripts keep the token. */
function cookiesKept(file: SourceFile): string[] {
  return storageExposures(file).flatMap(({ kind, key }) =>
    kind === 'cookie-write' && key.text !== undefined && isCredentialKey(key.reading) ? [key.text] : [],
  );
}

function failure(kind: CheckKind, { root }: PlannedProject, file: SourceFile, node: Node, text: string): CheckFailure {
  return { kind, ...lineOf(root, file, node), text };
}
