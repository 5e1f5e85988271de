import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Topology } from '../codemods/facts.ts';
import { manifestOf } from '../syntax/package-manifest.ts';
import { readJson } from './packages.ts';
import { hostOf, isOnPlatform, isThisMachine, siteOf } from '../hosts.ts';

/** How pages reach the API, by what the repository says of it. */
export interface FoundTopology {
  readonly topology: Topology;
  /** Whether that is a guess, because nothing says at which address pages ask the API. */
  readonly isGuess?: true;
  /** Where pages come from in development, where that is another origin than the API's. */
  readonly developmentOrigin?: string;
  /** The dev server that passes requests on to the API, where one does: their origin stays its own. */
  readonly devServer?: string;
  /** Whether in production, too, they come from another origin. */
  readonly isCrossOriginInProduction: boolean;
  /** The address at which pages of another site reach the API, and the variable that says so, where it is one. */
  readonly address?: {
    readonly url: string;
    readonly variable?: { readonly file: string; readonly name: string };
    /** Whether it is the one that counts where a variable of the environment says no other: `env.API || 'https://api.example.com'`. */
    readonly isDefault?: true;
  };
  /** Why, in words for the plan. */
  readonly because: string;
}

/** Where pages are served. */
export interface Pages {
  /** Whether the server hands out the built pages itself. */
  readonly servedByServer: boolean;
  /** The hosts from which the server lets pages ask it, this machine not among them. */
  readonly hosts: readonly string[];
}

/**
 * Finds out how pages reach the API.
 *
 * @param base What the client's requests begin with: the text of the expression, and its literal pieces.
 */
export function findTopology(clientFile: string, base: RequestBase | undefined, pages: Pages, wanted?: Topology): FoundTopology {
  const api = apiAddress(clientFile, base);
  const elsewhere = pages.hosts.length > 0 && api.host !== undefined && !api.isLocal ? siteElsewhere(api.host, pages.hosts) : undefined;
  const topology = wanted ?? topologyOfAddress(base, api, elsewhere !== undefined);
  if (topology === 'same-origin') {
    const { because, ...found } = sameOrigin(clientFile);
    return { ...found, because: wanted ? 'asked for' : because };
  }
  const developmentOrigin = devServerOrigin(clientFile);
  const origin = developmentOrigin !== undefined && { developmentOrigin };
  if (topology === 'cross-site') {
    const { host, address, isLocal } = api;
    return {
      topology,
      ...origin,
      ...(address && !isLocal && { address }),
      isCrossOriginInProduction: true,
      because: wanted ? 'asked for' : reasonForCrossSite(host!, elsewhere),
    };
  }
  return {
    topology,
    ...origin,
    isCrossOriginInProduction: !pages.servedByServer,
    because: wanted ? 'asked for' : reasonForSameSite(base, api.host, pages.servedByServer),
  };
}

/** Pages that sign in at their own origin and ask other routes at an address of the API: it has to let their origin in. */
export function askedBeside({ isCrossOriginInProduction }: FoundTopology, address: string, clientFile: string): FoundTopology {
  const developmentOrigin = devServerOrigin(clientFile);
  return {
    topology: 'same-site',
    ...(developmentOrigin !== undefined && { developmentOrigin }),
    isCrossOriginInProduction,
    because: `some requests are relative, and others go to ${address}`,
  };
}

/** Requests that are relative: a dev server may pass them on. */
function sameOrigin(clientFile: string): FoundTopology {
  const isPassedOn = hasDevProxy(clientFile);
  const devServer = isPassedOn ? devServerOrigin(clientFile) : undefined;
  return {
    topology: 'same-origin',
    ...(devServer !== undefined && { devServer }),
    isCrossOriginInProduction: false,
    because: isPassedOn ? 'requests are relative and the dev server passes them on' : 'requests are relative',
  };
}

/** What the client's requests begin with. */
interface RequestBase {
  readonly text: string;
  readonly literal: string;
}

/** Where the API is, as far as the client says. */
interface ApiAddress {
  readonly address: FoundTopology['address'];
  readonly host: string | undefined;
  /** Whether that is this machine, or not known: then only development says where it is. */
  readonly isLocal: boolean;
}

function apiAddress(clientFile: string, base: RequestBase | undefined): ApiAddress {
  const variable = base && variableOf(directoryOf(clientFile), base.text);
  const url = variable?.url ?? /https?:\/\/[^'"`\s]+/.exec(base?.literal ?? '')?.[0];
  const host = hostOf(url ?? '');
  const said = variable
    ? { variable: { file: variable.file, name: variable.name } }
    : isFromEnvironment(base) && { isDefault: true as const };
  return {
    address: url === undefined ? undefined : { url, ...said },
    host,
    isLocal: host === undefined || isThisMachine(host),
  };
}

/** The topology that the client's requests show. */
function topologyOfAddress(base: RequestBase | undefined, { host, isLocal }: ApiAddress, isElsewhere: boolean): Topology {
  if (base === undefined || (host === undefined && !isFromEnvironment(base))) return 'same-origin';
  return isElsewhere || (host !== undefined && !isLocal && isOnPlatform(host)) ? 'cross-site' : 'same-site';
}

/** A host of pages, where all of them are of another site than the API. */
function siteElsewhere(api: string, pages: readonly string[]): string | undefined {
  return pages.some((host) => siteOf(host) === siteOf(api)) ? undefined : pages[0];
}

function reasonForCrossSite(api: string, page: string | undefined): string {
  return page === undefined
    ? `the API is at ${api}, where every app is a site of its own`
    : `the API is at ${api} and the pages at ${page}, which is another site`;
}

function reasonForSameSite(base: RequestBase | undefined, host: string | undefined, servesPages: boolean): string {
  const where = isFromEnvironment(base)
    ? "the API's address comes from the environment"
    : `the API is at ${host ?? 'an address of its own'}`;
  return servesPages ? `${where} in development; in production the server hands out the pages` : where;
}

function isFromEnvironment(base: RequestBase | undefined): boolean {
  return base !== undefined && /\benv\b/.test(base.text);
}

/** The address that an environment file sets for the build: `VITE_API_URL=https://api.example.com`. */
function variableOf(directory: string, expression: string): { url: string; file: string; name: string } | undefined {
  const name = /\benv\.(\w+)/.exec(expression)?.[1];
  if (name === undefined) return undefined;
  for (const file of ['.env.production', '.env'].map((one) => path.join(directory, one))) {
    const url = existsSync(file)
      ? new RegExp(`^\\s*${name}\\s*=\\s*["']?(https?://[^"'\\s]+)`, 'm').exec(readFileSync(file, 'utf8'))?.[1]
      : undefined;
    if (url !== undefined) return { url, file, name };
  }
  return undefined;
}

/** The folder of the client's package. */
function directoryOf(clientFile: string): string {
  return manifestOf(clientFile)?.directory ?? path.dirname(clientFile);
}

/** The ports at which dev servers serve pages when nothing else is said, by the package that brings them; the first counts. */
const STANDARD_PORTS: readonly (readonly [name: string, port: string])[] = [
  ['vite', '5173'],
  ['react-scripts', '3000'],
  ['next', '3000'],
  ['nuxt', '3000'],
  ['@angular/core', '4200'],
  ['@vue/cli-service', '8080'],
  ['parcel', '1234'],
];

/** Where the client's dev server serves its pages. */
function devServerOrigin(clientFile: string): string | undefined {
  const directory = directoryOf(clientFile);
  const manifest = readJson(path.join(directory, 'package.json'));
  const scripts = Object.values((manifest?.['scripts'] ?? {}) as Record<string, unknown>).join('\n');
  const configured = configText(directory, /^vite\.config\./).match(/\bport\s*:\s*(\d{4,5})/)?.[1];
  const inScript = /(?:--port[ =]|-p |PORT=)(\d{4,5})/.exec(scripts)?.[1];
  const dependencies = manifestOf(clientFile)?.dependencies;
  const standard = STANDARD_PORTS.find(([name]) => dependencies?.has(name))?.[1];
  const port = configured ?? inScript ?? standard;
  return port === undefined ? undefined : `http://localhost:${port}`;
}

/** Whether the dev server passes requests on to the API, so that they are same-origin in development. */
function hasDevProxy(clientFile: string): boolean {
  const directory = directoryOf(clientFile);
  return (
    /\bproxy\b/.test(configText(directory, /^(?:vite|vue|webpack|next|craco)\.config\.|^proxy\.conf|^setupProxy/)) ||
    readJson(path.join(directory, 'package.json'))?.['proxy'] !== undefined
  );
}

function configText(directory: string, name: RegExp): string {
  if (!existsSync(directory)) return '';
  return readdirSync(directory)
    .filter((file) => name.test(file))
    .map((file) => readFileSync(path.join(directory, file), 'utf8'))
    .join('\n');
}
