import path from 'node:path';
import { clientsOf } from '../app/requests.ts';
import { bearerExposures } from '../exposures/headers.ts';
import { storageExposures } from '../exposures/storage.ts';
import { isCredentialKey } from '../exposures/storage-keys.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { manifestOf } from '../syntax/package-manifest.ts';
import { isTestFile } from '../syntax/test-files.ts';
import type { ClientBase, KnownSignIns, SignInCall } from './client-base.ts';
import { requestedPath, baseOfAddress, baseOfOnlyInstance, baseOfSession, baseOfSignIn, signInCalls } from './client-base.ts';
import type { ClassicClient } from './classic-client.ts';

/** The client's half of an app. */
export interface SurveyedClient {
  readonly files: readonly SourceFile[];
  /** The file beside which the session's module goes: where the API's client is. */
  readonly home: SourceFile;
  readonly base: ClientBase | undefined;
  /** What of it runs without a bundler. */
  readonly classic?: ClassicClient;
}

/** Surveys the client's half: where its API client is, and what its requests begin with, unless the user says it. */
export function surveyClient(
  files: readonly SourceFile[],
  root: string,
  known: KnownSignIns,
  signInPath: string | undefined,
  apiOrigin?: string,
): SurveyedClient | undefined {
  const written = files.filter((file) => !isTestFile(file.path, root));
  const concerned = written.filter(
    (file) => bearerExposures(file).length > 0 || storageExposures(file).some(({ key }) => isCredentialKey(key.reading)),
  );
  const calls = signInCalls(written, known);
  const first = firstSignIn(calls, signInPath);
  const migrated = written.find(({ text }) => /function rememberSession\b/.test(text));
  const home = belowOthers(clientFile(written) ?? first?.file ?? concerned[0] ?? migrated, concerned, migrated);
  if (!home || (concerned.length === 0 && calls.length === 0 && !migrated)) return undefined;
  const found = first
    ? baseOfSignIn(first, home, files)
    : ((migrated && baseOfSession(migrated)) ?? (signInPath === undefined ? undefined : baseOfOnlyInstance(written, home, signInPath)));
  return { files, home, base: apiOrigin === undefined ? found : baseOfAddress(apiOrigin, signInPath) };
}

/** The call of the sign-in itself: it says what requests begin with, and by which part of its path it is known. */
function firstSignIn(calls: readonly SignInCall[], signInPath: string | undefined): SignInCall | undefined {
  const end = signInPath === undefined ? undefined : `/${signInPath.split('/').at(-1)!}`;
  return calls.find((one) => end !== undefined && requestedPath(one)?.endsWith(end)) ?? calls[0];
}

/** A package that sends the token and that the app is built on cannot import a module of the app: the module goes there. */
function belowOthers(
  home: SourceFile | undefined,
  concerned: readonly SourceFile[],
  migrated: SourceFile | undefined,
): SourceFile | undefined {
  const app = home && manifestOf(home.path);
  const isBelow = (file: SourceFile): boolean => {
    const { directory, name } = manifestOf(file.path) ?? {};
    return name !== undefined && directory !== app?.directory && app?.dependencies.has(name) === true;
  };
  return concerned.find((file) => isBelow(file) && bearerExposures(file).length > 0) ?? (migrated && isBelow(migrated) ? migrated : home);
}

/** The file that makes an instance of a client, or has the helper through which requests go. */
function clientFile(files: readonly SourceFile[]): SourceFile | undefined {
  return (
    files.find((file) => clientsOf(file).some(({ api: { session } }) => session?.form === 'observed' || session?.form === 'given')) ??
    files.find((file) => /(?:^|\/)(?:api|client|http|request|agent|fetcher)\.[jt]sx?$/.test(file.path.split(path.sep).join('/')))
  );
}
