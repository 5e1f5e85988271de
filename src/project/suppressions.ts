import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** ESLint's bulk suppressions: how many findings of a rule a file may have. https://eslint.org/docs/latest/use/suppressions */
export type Suppressions = Readonly<Record<string, Readonly<Record<string, { readonly count: number }>>>>;

/**
 * Reads `eslint-suppressions.json` of a folder; none where there is no such file.
 *
 * @throws {Error} When the file is there and is not such JSON.
 */
export function readSuppressions(root: string): Suppressions {
  const file = path.join(root, 'eslint-suppressions.json');
  if (!existsSync(file)) return {};
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Error(`${file} is not JSON: ${(error as Error).message}`, { cause: error });
  }
  if (!isSuppressions(json)) throw new Error(`${file} is no list of suppressions: it says, by file and rule, how many there are.`);
  return json;
}

function isSuppressions(json: unknown): json is Suppressions {
  return isRecord(json) && Object.values(json).every((rules) => isRecord(rules) && Object.values(rules).every(isCounted));
}

function isCounted(value: unknown): boolean {
  return isRecord(value) && typeof value['count'] === 'number';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** How many findings of a rule are suppressed in a file, whatever name the plugin was registered under. */
export function suppressedCount(suppressions: Suppressions, relativePath: string, rule: string): number {
  const ofFile = suppressions[relativePath.split(path.sep).join('/')] ?? {};
  return Object.entries(ofFile).find(([id]) => id.split('/').at(-1) === rule)?.[1].count ?? 0;
}
