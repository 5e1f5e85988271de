import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';

/**
 * The rooms of the house and what each may look into. An arrow that is not here is a wall: move the wall in a commit of
 * its own, with a reason, rather than digging through it.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  credentials: [],
  syntax: ['credentials'],
  // Data alone: how values go through libraries that keep state. It stands below flow, which reads it.
  'apis/state': ['syntax', 'credentials'],
  flow: ['apis/state', 'syntax', 'credentials'],
  apis: ['flow', 'syntax', 'credentials'],
  // One model of an app: what serves, what asks, what runs where.
  app: ['apis', 'flow', 'syntax', 'credentials'],
  exposures: ['app', 'apis', 'flow', 'syntax', 'credentials'],
  // What a host is: this machine, a site, one of a platform's. It loads a package, so no lint room looks into it.
  'hosts.ts': [],
  // The lint door.
  lint: ['exposures', 'flow', 'syntax'],
  rules: ['lint', 'exposures', 'apis', 'flow', 'syntax', 'credentials'],
  'configs.ts': ['rules'],
  'index.ts': ['configs.ts', 'rules'],
  // The migration door.
  parsing: ['syntax'],
  edits: ['syntax'],
  templates: [],
  // Beside the project, and not in it, because a codemod that runs alone under jscodeshift parses too.
  codemods: ['parsing', 'exposures', 'app', 'apis', 'flow', 'syntax', 'credentials', 'edits', 'templates'],
  project: ['hosts.ts', 'parsing', 'codemods', 'exposures', 'app', 'apis', 'flow', 'syntax', 'credentials', 'edits', 'templates'],
  // Asks the rules what they still find on the planned texts: scan and migrate must not disagree.
  migration: [
    'hosts.ts',
    'rules',
    'configs.ts',
    'project',
    'parsing',
    'codemods',
    'exposures',
    'app',
    'apis',
    'flow',
    'syntax',
    'credentials',
    'edits',
    'templates',
  ],
  // Proof in a browser: it looks at pages and not at code, and knows credentials by their names alone.
  verify: ['hosts.ts', 'credentials'],
  'playwright.ts': ['verify'],
  // Pages for people, of what scan and verify found.
  report: ['verify', 'rules', 'lint'],
  cli: [
    'verify',
    'report',
    'migration',
    'project',
    'codemods',
    'exposures',
    'app',
    'flow',
    'syntax',
    'lint',
    'rules',
    'configs.ts',
    'edits',
    'templates',
  ],
};

/** The lint door loads no package at run time: importing the plugin is a wait that everybody has. */
const LINT_ROOMS = new Set([
  'credentials',
  'syntax',
  'apis/state',
  'flow',
  'apis',
  'app',
  'exposures',
  'lint',
  'rules',
  'configs.ts',
  'index.ts',
]);

const root = fileURLToPath(new URL('../src/', import.meta.url));
const files = globSync('**/*.ts', { cwd: root }).toSorted();

function importsOf(file: string): { source: string; isType: boolean }[] {
  const { module } = parseSync(file, readFileSync(path.join(root, file), 'utf8'));
  return [
    ...module.staticImports.map((one) => ({
      source: one.moduleRequest.value,
      isType: one.entries.length > 0 && one.entries.every((entry) => entry.isType),
    })),
    ...module.staticExports.flatMap((one) =>
      one.entries.flatMap((entry) => (entry.moduleRequest ? [{ source: entry.moduleRequest.value, isType: entry.isType }] : [])),
    ),
  ];
}

/** The files of ours that a file imports, types too: what only its types need is needed to read it. */
function filesImportedBy(file: string): string[] {
  return importsOf(file)
    .filter(({ source }) => source.startsWith('.'))
    .map(({ source }) => path.posix.join(path.posix.dirname(file), source))
    .filter((target) => !target.startsWith('..'));
}

/** Circles of imports: files each of which is reached from the others. */
function circles(): string[] {
  const reached = new Map<string, ReadonlySet<string>>();
  const importedBy = new Map(files.map((file) => [file, filesImportedBy(file)]));
  for (const file of files) {
    const seen = new Set<string>();
    const stack = [...importedBy.get(file)!];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      stack.push(...(importedBy.get(next) ?? []));
    }
    reached.set(file, seen);
  }
  return [
    ...new Set(
      files
        .filter((file) => reached.get(file)!.has(file))
        .map((file) => files.filter((other) => reached.get(file)!.has(other) && reached.get(other)?.has(file)).join(', ')),
    ),
  ];
}

function roomOf(file: string): string {
  return file.startsWith('apis/state/') ? 'apis/state' : file.split('/')[0]!;
}

describe('the rooms of the house', () => {
  it.each(files)('%s looks only where it may', (file) => {
    const room = roomOf(file);
    const allowed = MAY_IMPORT[room];
    expect(allowed, `the room ${room} is not in the plan of the house`).toBeDefined();
    const wrong = filesImportedBy(file)
      .map(roomOf)
      .filter((target) => target !== room && !allowed!.includes(target));
    expect(wrong).toEqual([]);
  });

  it.each(files.filter((file) => LINT_ROOMS.has(roomOf(file))))('%s loads no package at run time', (file) => {
    const packages = importsOf(file).filter(({ source, isType }) => !isType && !source.startsWith('.') && !source.startsWith('node:'));
    expect(packages).toEqual([]);
  });

  // ESLint's own parser leaves the field out, which the types of TypeScript's do not say.
  it.each(files.filter((file) => LINT_ROOMS.has(roomOf(file))))('%s asks for decorators by the one function that does without', (file) => {
    expect(readFileSync(path.join(root, file), 'utf8')).not.toMatch(/\.decorators\b/);
  });

  it('no files import each other, directly or through others', () => {
    expect(circles()).toEqual([]);
  });
});
