import { readFileSync } from 'node:fs';
import path from 'node:path';
import { serverRoutesOf } from '../app/server-routes.ts';
import type { Changes } from '../edits/changes.ts';
import { manifestOf } from '../syntax/package-manifest.ts';
import { runtimeOf } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { isTestFile } from '../syntax/test-files.ts';
import { literal } from '../templates/literal.ts';
import type { SurveyedClient } from './client-survey.ts';
import type { MigrationOptions } from './migration-facts.ts';
import type { PageFile } from './own-host.ts';
import { askOwnHost } from './own-host.ts';
import type { PlannedFile } from './planned-file.ts';
import type { Project } from './project.ts';
import type { Rewrite } from './same-origin.ts';
import { rewriteFiles, rewriteFor, rewritten } from './same-origin.ts';
import { staticMountsOf } from './served-pages.ts';
import type { SurveyedServer } from './server-survey.ts';
import type { FoundTopology } from './topology.ts';

/** How a page and an API on different sites are brought under one origin. */
export interface Bridge {
  readonly rewrite: Rewrite;
  readonly address: NonNullable<FoundTopology['address']>;
}

/**
 * Browsers block the cookies of other sites. A page and an API on two sites are brought under one origin by a rewrite,
 * unless `--same-site none` or `--topology cross-site` asks for a cookie of a third party.
 */
export function bridgeOf(
  { topology, address }: FoundTopology,
  server: SurveyedServer | undefined,
  { sameSite, topology: wanted }: MigrationOptions,
): Bridge | undefined {
  if (topology !== 'cross-site' || wanted === 'cross-site' || sameSite === 'none' || !address || !server) return undefined;
  const paths = [
    ...new Set([
      ...serverRoutesOf(server.files)
        .map((one) => one.path)
        .filter((one) => one.includes('/', 1) || one === server.signIn?.path),
      ...staticMountsOf(server.files).filter((one) => one !== ''),
    ]),
  ];
  const rewrite = rewriteFor(address.url, paths, address.variable !== undefined);
  return rewrite && { rewrite, address };
}

/** The topology once the rewrite is there. In development an address from the environment stays what it is. */
export function bridged({ developmentOrigin }: FoundTopology, { address, rewrite }: Bridge): FoundTopology {
  const because = `the API is at ${rewrite.target}, another site than the page, whose host passes requests on from now on`;
  return address.variable || address.isDefault
    ? { topology: 'same-site', ...(developmentOrigin !== undefined && { developmentOrigin }), isCrossOriginInProduction: false, because }
    : { topology: 'same-origin', isCrossOriginInProduction: false, because };
}

/** The client as it asks its own host. */
export function bridgedClient(client: SurveyedClient, { rewrite, address }: Bridge): SurveyedClient {
  const { base } = client;
  if (!base || address.variable) return client;
  const text = (one: string): string =>
    one.replace(/https?:\/\/[^'"`\s]+/g, (url) => (url.startsWith(rewrite.target) ? rewritten(rewrite, url) : url));
  const begin = text(base.literal);
  // What another script of the page sets may not be there yet where this one is read.
  const isSetElsewhere =
    base.literal.startsWith(rewrite.target) && /\b(?:window|globalThis|self)\.(?!location\b)/.test(base.expression?.text ?? '');
  const expression = base.expression && {
    ...base.expression,
    ...(isSetElsewhere ? { text: literal(begin), imports: [] } : { text: text(base.expression.text) }),
  };
  return { ...client, base: { ...base, literal: begin, ...(expression && { expression }) } };
}

/** What passes requests on, and what a person has to see to. */
export interface PassedOn {
  readonly files: readonly PlannedFile[];
  readonly missing: readonly string[];
}

/** Changes the client, and the settings of its hosting, so that its own host is asked. */
export function passOn(project: Project, client: SurveyedClient, bridge: Bridge, changesOf: (file: SourceFile) => Changes): PassedOn {
  const { root } = project;
  const { rewrite, address } = bridge;
  const { variable } = address;
  if (!variable) askOwnHost(filesOf(project, client), rewrite, changesOf);
  const { files, where } = rewriteFiles(root, client.home.path, rewrite, variable === undefined);
  const missing =
    where === undefined
      ? [
          'Nothing in this repository says where the pages are served, so that nothing could be told to pass ' +
            `${rewrite.prefix}/* on to ${rewrite.target}${rewrite.at}/*. Do that in the settings of their hosting (a ` +
            'rewrite or proxy, not a redirect), or serve page and API from one site.',
        ]
      : [];
  return { files: [...files, ...(variable ? [environmentFile(variable, rewrite)] : [])], missing };
}

/** The files of a front end that may name the API's address, whatever else is in them. */
function filesOf(project: Project, client: SurveyedClient): PageFile[] {
  const directory = manifestOf(client.home.path)?.directory ?? project.root;
  const known = new Set(client.files.map((file) => file.path));
  const below = project.paths.filter(
    (one) => (known.has(one) || manifestOf(one)?.directory === directory) && !isTestFile(one, project.root),
  );
  return below.map((one) => ({
    text: project.textOf(one) ?? '',
    parsed: () => {
      const file = project.file(one);
      return file && (known.has(one) || runtimeOf(file) !== 'server') ? file : undefined;
    },
  }));
}

function environmentFile({ file, name }: { readonly file: string; readonly name: string }, { prefix }: Rewrite): PlannedFile {
  const before = readFileSync(file, 'utf8');
  return {
    path: path.resolve(file),
    before,
    after: before.replace(new RegExp(`^(\\s*${name}\\s*=\\s*["']?)https?://[^"'\\s]+`, 'm'), `$1${prefix}`),
    because: ['one origin for page and API'],
  };
}
