import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CodemodContext } from '../codemods/define-codemod.ts';
import { lineEndOf } from '../edits/style.ts';
import type { Survey } from './migration-facts.ts';
import type { PlannedFile } from './planned-file.ts';
import { readJson } from './packages.ts';

/** The variables that the server has to find in its environment from now on, as lines for `.env`. */
export function variablesFor(
  { facts, topology, server }: Survey,
  contexts: readonly CodemodContext[],
  names: (filePath: string) => ReadonlySet<string>,
  directory: string | undefined,
): string[] {
  const isSet = (variable: string): boolean =>
    directory !== undefined && new RegExp(`^\\s*${variable}\\s*=\\s*\\S`, 'm').test(readText(path.join(directory, '.env')) ?? '');
  const asked = names(facts.server.csrfCheck.path);
  const isSaid = server?.allowed !== undefined && server.allowed.whenSet === undefined;
  const origin =
    (server?.corsDecides ? asked.has('clientOrigin') : asked.size > 0) && topology.isCrossOriginInProduction && !isSaid
      ? ['CLIENT_ORIGIN=https://app.example.com']
      : [];
  return [...requiredSecrets(contexts).map((variable) => `${variable}=`), ...origin].filter((line) => !isSet(line.split('=')[0]!));
}

/** The secrets that changed files ask for by `requireSecret('NAME')`. */
function requiredSecrets(contexts: readonly CodemodContext[]): string[] {
  const found = contexts.flatMap(({ changes }) =>
    [...changes.replaced.values()].flatMap((text) => /\brequireSecret\(['"`](\w+)['"`]\)$/.exec(text)?.[1] ?? []),
  );
  return [...new Set(found)];
}

/** Names of the file that shows what the environment needs. */
const EXAMPLES = ['.env.example', '.env.sample', '.env.template', '.env.dist', 'example.env'];

/** `.env.example` gains the variables that are new. */
export function environmentExample(
  directory: string | undefined,
  lines: readonly string[],
  developmentOrigin: string | undefined,
): PlannedFile[] {
  const file = directory === undefined ? undefined : EXAMPLES.map((name) => path.join(directory, name)).find((one) => existsSync(one));
  if (file === undefined || lines.length === 0) return [];
  const before = readFileSync(file, 'utf8');
  const lineEnd = lineEndOf(before);
  const missing = lines.filter((line) => !new RegExp(`^#?\\s*${line.split('=')[0]!}\\s*=`, 'm').test(before));
  if (missing.length === 0) return [];
  // The example is copied for development.
  const shown = missing.map((line) =>
    line.endsWith('=')
      ? `${line}change-me`
      : line.startsWith('CLIENT_ORIGIN=') && developmentOrigin !== undefined
        ? `CLIENT_ORIGIN=${developmentOrigin}`
        : line,
  );
  return [
    {
      path: file,
      before,
      after: `${before}${before.endsWith('\n') || before === '' ? '' : lineEnd}${shown.map((line) => line + lineEnd).join('')}`,
      because: ['environment'],
    },
  ];
}

/**
 * Mocha says of itself nowhere that tests run, so that they need the secrets that others get made up. A file that Mocha
 * loads first gives them.
 */
export function testSetup({ server }: Survey, contexts: readonly CodemodContext[], directory: string | undefined): PlannedFile[] {
  const variables = requiredSecrets(contexts);
  const manifest = directory === undefined ? undefined : readJson(path.join(directory, 'package.json'));
  const test = (manifest?.['scripts'] as Readonly<Record<string, string>> | undefined)?.['test'] ?? '';
  if (!server || directory === undefined || variables.length === 0 || !/\bmocha\b/.test(test) || /NODE_ENV=test/.test(test)) return [];
  const config = path.join(directory, '.mocharc.json');
  if (
    ['.mocharc.js', '.mocharc.cjs', '.mocharc.yml', '.mocharc.yaml', '.mocharc.jsonc'].some((name) =>
      existsSync(path.join(directory, name)),
    )
  )
    return [];
  const setup = path.join(directory, 'test', 'environment.cjs');
  if (existsSync(setup)) return [];
  const before = readText(config);
  const settings = before === undefined ? {} : (readJson(config) ?? {});
  const required = [settings['require'] ?? []].flat() as unknown[];
  const after = `${JSON.stringify({ ...settings, require: ['./test/environment.cjs', ...required] }, undefined, 2)}\n`;
  return [
    {
      path: setup,
      before: undefined,
      after:
        '// Secrets for tests, which have no environment of their own.\n' +
        variables.map((name) => `process.env.${name} ??= 'only-for-tests';\n`).join(''),
      because: ['the environment of tests'],
    },
    { path: config, before, after, because: ['the environment of tests'] },
  ];
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
