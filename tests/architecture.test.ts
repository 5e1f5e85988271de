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
  project: ['parsing', 'codemods', 'exposures', 'app', 'apis', 'flow', 'syntax', 'credentials', 'edits', 'templates'],
  // Asks the rules what they still find on the planned texts: scan and migrate must not disagree.
  migration: [
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
  cli: ['migration', 'project', 'codemods', 'exposures', 'app', 'flow', 'syntax', 'lint', 'rules', 'configs.ts', 'edits', 'templates'],
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

function roomOf(file: string): string {
  return file.startsWith('apis/state/') ? 'apis/state' : file.split('/')[0]!;
}

describe('the rooms of the house', () => {
  it.each(files)('%s looks only where it may', (file) => {
    const room = roomOf(file);
    const allowed = MAY_IMPORT[room];
    expect(allowed, `the room ${room} is not in the plan of the house`).toBeDefined();
    const wrong = importsOf(file)
      .filter(({ source }) => source.startsWith('.'))
      .map(({ source }) => path.posix.join(path.posix.dirname(file), source))
      .filter((target) => !target.startsWith('..'))
      .map(roomOf)
      .filter((target) => target !== room && !allowed!.includes(target));
    expect(wrong).toEqual([]);
  });

  it.each(files.filter((file) => LINT_ROOMS.has(roomOf(file))))('%s loads no package at run time', (file) => {
    const packages = importsOf(file).filter(({ source, isType }) => !isType && !source.startsWith('.') && !source.startsWith('node:'));
    expect(packages).toEqual([]);
  });
});
