import { storageExposures } from '../exposures/storage.ts';
import type { Bridge } from '../project/cross-site.ts';
import { bridged, bridgedClient, bridgeOf } from '../project/cross-site.ts';
import type { MigrationOptions, Survey } from '../project/migration-facts.ts';
import type { SurveyedClient } from '../project/client-survey.ts';
import { surveyClient } from '../project/client-survey.ts';
import { factsOf, topologyOf } from '../project/migration-facts.ts';
import { nativeSignIns } from '../project/native-apps.ts';
import { classicOf } from '../project/classic-client.ts';
import { pagesOf } from '../project/pages.ts';
import type { Project } from '../project/project.ts';
import { staticFoldersOf } from '../project/served-pages.ts';
import { surveyServer } from '../project/server-survey.ts';
import { runtimeOf } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { concernedFiles, surveyClientFiles, testsOfServer } from './concerned-files.ts';

/** An app as a migration sees it, and how its halves are brought under one origin. */
export interface SurveyedApp {
  readonly survey: Survey;
  readonly bridge: Bridge | undefined;
  /** The files that a migration may concern. */
  readonly files: readonly SourceFile[];
}

/** Looks at an app's halves. */
export function surveyApp(project: Project, options: MigrationOptions): SurveyedApp {
  const { root } = project;
  const files = concernedFiles(project);
  const tests = testsOfServer(files, root);
  const server = surveyServer(
    files.filter((file) => runtimeOf(file) === 'server' || tests.has(file)),
    root,
    options.signIn,
  );
  const ours = surveyClientFiles(files.filter((file) => !tests.has(file)));
  const known = factsOf({
    root,
    server,
    client: undefined,
    topology: topologyOf(server, undefined),
    options,
    cookiesReadByScripts: new Set(),
  }).client;
  const found = surveyClient(ours, root, known, server?.signIn?.path, options.apiOrigin);
  const surveyed = found && withClassic(found, project, server?.files ?? []);
  const reached = topologyOf(server, surveyed, options.topology);
  const bridge = bridgeOf(reached, server, options);
  const topology = bridge ? bridged(reached, bridge) : reached;
  const client = bridge && surveyed ? bridgedClient(surveyed, bridge) : surveyed;
  // Native apps take their token from an endpoint of their own.
  const isForPrograms = server?.signIn !== undefined && nativeSignIns(files, root, server.signIn.path).length > 0;
  const facts = factsOf({
    root,
    server,
    client,
    topology,
    options: isForPrograms ? { ...options, tokenEndpoint: true } : options,
    isBridged: bridge !== undefined,
    cookiesReadByScripts: cookiesReadBy(ours),
  });
  const survey: Survey = { topology, facts, ...(server && { server }), ...(client && { client }) };
  return { survey, bridge, files };
}

/** A front end with what of it runs without a bundler. */
function withClassic(client: SurveyedClient, project: Project, server: readonly SourceFile[]): SurveyedClient {
  const classic = classicOf(client.files, pagesOf(project), client.home, staticFoldersOf(server));
  return classic ? { ...client, classic } : client;
}

/** Cookies that scripts read. */
function cookiesReadBy(files: readonly SourceFile[]): ReadonlySet<string> {
  return new Set(
    files.flatMap((file) =>
      storageExposures(file).flatMap(({ kind, key }) => (kind === 'cookie-read' && key.text !== undefined ? [key.text] : [])),
    ),
  );
}
