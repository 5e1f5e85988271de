import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Settings } from '../syntax/settings.ts';
import { readSettings } from '../syntax/settings.ts';

/**
 * The settings of a project, from the `httponly` part of its package.json: the same ones as `settings.httponly` of an
 * ESLint configuration, which is a program and is not run here. Defaults where there is none.
 *
 * @throws {Error} When the package.json is there and cannot be read or is no JSON: settings that are not read are not kept.
 * @throws {TypeError} When a setting is unknown or of the wrong type.
 */
export function readProjectSettings(root: string): Settings {
  const file = path.join(root, 'package.json');
  if (!existsSync(file)) return readSettings(undefined);
  const manifest = readJsonFile(file);
  return readSettings((manifest as { httponly?: unknown } | null)?.httponly);
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
