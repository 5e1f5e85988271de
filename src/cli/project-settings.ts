import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Settings } from '../syntax/settings.ts';
import { readSettings } from '../syntax/settings.ts';

/**
 * The settings of a project, from the `httponly` part of its package.json: the same ones as `settings.httponly` of an
 * ESLint configuration, which is a program and is not run here. Defaults where there is none.
 *
 * @throws {TypeError} When a setting is unknown or of the wrong type.
 */
export function readProjectSettings(root: string): Settings {
  let text: string;
  try {
    text = readFileSync(path.join(root, 'package.json'), 'utf8');
  } catch {
    return readSettings(undefined);
  }
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch {
    return readSettings(undefined);
  }
  return readSettings((manifest as { httponly?: unknown } | null)?.httponly);
}
