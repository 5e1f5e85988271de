import path from 'node:path';
import { clientsOf } from '../app/requests.ts';
import { bearerExposures } from '../exposures/headers.ts';
import { storageExposures } from '../exposures/storage.ts';
import { isCredentialKey } from '../exposures/storage-keys.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { isTestFile } from '../syntax/test-files.ts';
import type { ClientBase } from './client-base.ts';
import { requestedPath, baseOfOnlyInstance, baseOfSession, baseOfSignIn, signInCalls } from './client-base.ts';

/** The client's half of an app. */
export interface SurveyedClient {
  readonly files: readonly SourceFile[];
  /** The file beside which the session's module goes: where the API's client is. */
  readonly home: SourceFile;
  readonly base: ClientBase | undefined;
}

/** Surveys the client's half: where its API client is, and what its requests begin with. */
export function surveyClient(
  files: readonly SourceFile[],
  root: string,
  signInPaths: readonly string[],
  signInPath: string | undefined,
): SurveyedClient | undefined {
  const written = files.filter((file) => !isTestFile(file.path, root));
  const concerned = written.filter(
    (file) => bearerExposures(file).length > 0 || storageExposures(file).some(({ key }) => isCredentialKey(key.reading)),
  );
  const calls = signInCalls(written, signInPaths);
  // The sign-in itself says what requests begin with, and by which part of its path it is known.
  const end = signInPath === undefined ? undefined : `/${signInPath.split('/').at(-1)!}`;
  const first = calls.find((one) => end !== undefined && requestedPath(one)?.endsWith(end)) ?? calls[0];
  const migrated = written.find(({ text }) => /function rememberSession\b/.test(text));
  const home = clientFile(written) ?? first?.file ?? concerned[0] ?? migrated;
  if (!home || (concerned.length === 0 && calls.length === 0 && !migrated)) return undefined;
  return {
    files,
    home,
    base: first
      ? baseOfSignIn(first, home, files)
      : ((migrated && baseOfSession(migrated)) ?? (signInPath === undefined ? undefined : baseOfOnlyInstance(written, home, signInPath))),
  };
}

/** The file that makes an instance of a client, or has the helper through which requests go. */
function clientFile(files: readonly SourceFile[]): SourceFile | undefined {
  return (
    files.find((file) => clientsOf(file).some(({ api }) => api.session?.form === 'observed')) ??
    files.find((file) => /(?:^|\/)(?:api|client|http|request|agent|fetcher)\.[jt]sx?$/.test(file.path.split(path.sep).join('/')))
  );
}
