import { ending } from '../credentials/alternatives.ts';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Topology } from '../codemods/facts.ts';
import { manifestOf } from '../syntax/package-manifest.ts';
import { readJson } from './packages.ts';

/** How pages reach the API, by what the repository says of it. */
export interface FoundTopology {
  readonly topology: Topology;
  /** Whether that is a guess, because nothing says at which address pages ask the API. */
  readonly isGuess?: true;
  /** Where pages come from in development, where that is another origin than the API's. */
  readonly developmentOrigin?: string;
  /** Whether in production, too, they come from another origin. */
  readonly isCrossOriginInProduction: boolean;
  /** The address at which pages of another site reach the API, and the variable that says so, where it is one. */
  readonly address?: { readonly url: string; readonly variable?: { readonly file: string; readonly name: string } };
  /** Why, in words for the plan. */
  readonly because: string;
}

/** Hosts under which everybody is a site of their own: two apps there are cross-site. */
const PLATFORMS = ending([
  /\.vercel\.app/,
  /\.netlify\.app/,
  /\.onrender\.com/,
  /\.railway\.app/,
  /\.herokuapp\.com/,
  /\.github\.io/,
  /\.pages\.dev/,
  /\.workers\.dev/,
  /\.fly\.dev/,
  /\.web\.app/,
  /\.firebaseapp\.com/,
  /\.azurewebsites\.net/,
  /\.surge\.sh/,
  /\.glitch\.me/,
  /\.cyclic\.app/,
  /\.deno\.dev/,
]);

/**
 * Finds out how pages reach the API.
 *
 * @param base What the client's requests begin with: the text of the expression, and its literal pieces.
 * @param servesPages Whether the server hands out the built pages itself.
 */
export function findTopology(
  clientFile: string,
  base: { readonly text: string; readonly literal: string } | undefined,
  servesPages: boolean,
  wanted?: Topology,
): FoundTopology {
  const developmentOrigin = devServerOrigin(clientFile);
  const set = base && variableOf(directoryOf(clientFile), base.text);
  const url = set?.url ?? /https?:\/\/[^'"`\s]+/.exec(base?.literal ?? '')?.[0];
  const address = url === undefined ? undefined : { url, ...(set && { variable: { file: set.file, name: set.name } }) };
  const absolute = /^https?:\/\/([^/:]+)/.exec(url ?? '')?.[1];
  const isEnvironment = base !== undefined && /\benv\b/.test(base.text);
  const proxied = hasDevProxy(clientFile);
  if (wanted === 'same-origin' || (wanted === undefined && (base === undefined || (absolute === undefined && !isEnvironment)))) {
    return {
      topology: 'same-origin',
      isCrossOriginInProduction: false,
      because: wanted ? 'asked for' : proxied ? 'requests are relative and the dev server passes them on' : 'requests are relative',
    };
  }
  const isLocal = absolute === undefined || /^(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])$/.test(absolute);
  if (wanted === 'cross-site' || (wanted === undefined && absolute !== undefined && !isLocal && PLATFORMS.test(absolute))) {
    return {
      topology: 'cross-site',
      ...(developmentOrigin !== undefined && { developmentOrigin }),
      ...(address && !isLocal && { address }),
      isCrossOriginInProduction: true,
      because: wanted ? 'asked for' : `the API is at ${absolute!}, where every app is a site of its own`,
    };
  }
  const where = isEnvironment ? "the API's address comes from the environment" : `the API is at ${absolute ?? 'an address of its own'}`;
  return {
    topology: 'same-site',
    ...(developmentOrigin !== undefined && { developmentOrigin }),
    isCrossOriginInProduction: !servesPages,
    because: wanted ? 'asked for' : servesPages ? `${where} in development; in production the server hands out the pages` : where,
  };
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

/** Where the client's dev server serves its pages. */
function devServerOrigin(clientFile: string): string | undefined {
  const directory = directoryOf(clientFile);
  const manifest = readJson(path.join(directory, 'package.json'));
  const scripts = Object.values((manifest?.['scripts'] ?? {}) as Record<string, unknown>).join('\n');
  const asked = /(?:--port[ =]|-p |PORT=)(\d{4,5})/.exec(scripts)?.[1];
  const dependencies = manifestOf(clientFile)?.dependencies ?? new Set<string>();
  const configured = configText(directory, /^vite\.config\./).match(/\bport\s*:\s*(\d{4,5})/)?.[1];
  const standard = dependencies.has('vite')
    ? '5173'
    : dependencies.has('react-scripts') || dependencies.has('next') || dependencies.has('nuxt')
      ? '3000'
      : dependencies.has('@angular/core')
        ? '4200'
        : dependencies.has('@vue/cli-service')
          ? '8080'
          : dependencies.has('parcel')
            ? '1234'
            : undefined;
  const port = configured ?? asked ?? standard;
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
