import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** What a package.json says of the code beside it, as far as it matters here. */
export interface PackageManifest {
  /** The folder that the package.json is in. */
  readonly directory: string;
  /** Undefined for one that nobody imports by a name. */
  readonly name?: string;
  /** Names of all dependencies, development and peer ones too. */
  readonly dependencies: ReadonlySet<string>;
  /** Whether the package is a browser's extension: it has a manifest of one, or is built by a tool for them. */
  readonly isExtension: boolean;
}

const nearest = new Map<string, { readonly manifest: PackageManifest | undefined; readonly read: number }>();

/** An editor keeps the process for days while people add dependencies: look again after this many milliseconds. */
const STALE_AFTER = 10_000;

/** The nearest package.json above a file, or undefined. A manifest that does not parse counts as one without dependencies. */
export function manifestOf(filePath: string): PackageManifest | undefined {
  return manifestIn(path.dirname(filePath), Date.now());
}

function manifestIn(directory: string, now: number): PackageManifest | undefined {
  const known = nearest.get(directory);
  if (known && now - known.read < STALE_AFTER) return known.manifest;
  const parent = path.dirname(directory);
  const manifest = readManifest(directory) ?? (parent === directory ? undefined : manifestIn(parent, now));
  nearest.set(directory, { manifest, read: now });
  return manifest;
}

function readManifest(directory: string): PackageManifest | undefined {
  const file = path.join(directory, 'package.json');
  let text: string;
  try {
    // Most folders have none, and to ask is much cheaper than to fail.
    if (!statSync(file, { throwIfNoEntry: false })) return undefined;
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  const json = objectIn(text);
  const dependencies = new Set(dependenciesIn(json));
  return {
    directory,
    dependencies,
    ...(typeof json?.['name'] === 'string' && { name: json['name'] }),
    isExtension: OF_EXTENSIONS.some((name) => dependencies.has(name)) || hasExtensionManifest(directory),
  };
}

/** https://wxt.dev, https://docs.plasmo.com, https://crxjs.dev, https://vite-plugin-web-extension.aklinker1.io; none runs elsewhere. */
const OF_EXTENSIONS = ['wxt', 'plasmo', '@crxjs/vite-plugin', 'vite-plugin-web-extension', 'webextension-polyfill'];

/** Whether there is a manifest.json of an extension where tools want it; that of a web app has no `manifest_version`. */
function hasExtensionManifest(directory: string): boolean {
  return ['', 'src', 'public'].some((folder) => {
    const file = path.join(directory, folder, 'manifest.json');
    try {
      return statSync(file, { throwIfNoEntry: false }) !== undefined && readFileSync(file, 'utf8').includes('"manifest_version"');
    } catch {
      return false;
    }
  });
}

/** Whether a file is of a browser's extension. */
export function isOfExtension(file: { readonly path: string }): boolean {
  return manifestOf(file.path)?.isExtension === true;
}

/** Whether a file is of an extension's background, which is no page: no site's script runs beside it. */
export function isOfBackground(file: { readonly path: string }): boolean {
  return /[/\\](?:background|service[-_]?worker)(?:[/\\.-]|$)/i.test(file.path) && isOfExtension(file);
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function dependenciesIn(json: Readonly<Record<string, unknown>> = {}): string[] {
  return ['dependencies', 'devDependencies', 'peerDependencies'].flatMap((field) => {
    const group = json[field];
    return typeof group === 'object' && group !== null ? Object.keys(group) : [];
  });
}
