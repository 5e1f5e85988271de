import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Settings } from '../syntax/settings.ts';
import { readSettings } from '../syntax/settings.ts';

/**
 * The settings of a project, from the `httponly` part of its package.json, or of the nearest one above it in the same repository:
 * the same ones as `settings.httponly` of an ESLint configuration, which is a program and is not run here. Defaults where there
 * are none.
 *
 * @throws {Error} When a package.json is there and cannot be read or is no JSON: settings that are not read are not kept.
 * @throws {TypeError} When a setting is unknown or of the wrong type.
 */
export function readProjectSettings(root: string): Settings {
  for (const folder of foldersUpTo(root)) {
    const file = path.join(folder, 'package.json');
    const manifest = existsSync(file) ? (readJsonFile(file) as { httponly?: unknown } | null) : null;
    if (manifest?.httponly !== undefined) return readSettings(manifest.httponly);
  }
  return readSettings(undefined);
}

/** A folder and those above it, up to the repository's own; a folder that is in none stands for itself. */
function foldersUpTo(root: string): string[] {
  const folders = [root];
  for (let folder = root; !existsSync(path.join(folder, '.git')); folder = folders.at(-1)!) {
    const above = path.dirname(folder);
    if (above === folder) return [root];
    folders.push(above);
  }
  return folders;
}

/** What a JSON file holds, with a byte order mark or without. */
function readJsonFile(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}`, { cause: error });
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Error(`${file} is not JSON: ${(error as Error).message}`, { cause: error });
  }
}
