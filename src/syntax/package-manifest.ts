import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** What a package.json says of the code beside it, as far as it matters here. */
export interface PackageManifest {
  /** The folder that the package.json is in. */
  readonly directory: string;
  /** Names of all dependencies, development and peer ones too. */
  readonly dependencies: ReadonlySet<string>;
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
  return { directory, dependencies: new Set(dependenciesIn(text)) };
}

function dependenciesIn(text: string): string[] {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json !== 'object' || json === null) return [];
    return ['dependencies', 'devDependencies', 'peerDependencies'].flatMap((field) => {
      const group: unknown = (json as Record<string, unknown>)[field];
      return typeof group === 'object' && group !== null ? Object.keys(group) : [];
    });
  } catch {
    return [];
  }
}
