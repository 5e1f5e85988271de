import path from 'node:path';
import { codemods } from '../../src/codemods/index.ts';
import type { Note } from '../../src/codemods/define-codemod.ts';
import { applyTo, changesTo, contextOf } from '../../src/codemods/define-codemod.ts';
import { factsFromOptions } from '../../src/codemods/facts.ts';
import { render } from '../../src/edits/render.ts';
import { Project } from '../../src/project/project.ts';
import { temporaryProject } from './temporary-project.ts';

/** What bearer-to-cookie makes of files that import each other, and what it leaves. */
export function migratedPages(files: Readonly<Record<string, string>>): {
  readonly texts: Record<string, string>;
  readonly notes: string[];
} {
  const root = temporaryProject({ 'package.json': '{}', ...files });
  const project = new Project(
    root,
    Object.keys(files).map((name) => path.join(root, name)),
  );
  const { definition } = codemods['bearer-to-cookie']!;
  const facts = factsFromOptions(path.join(root, 'src/any.js'), {});
  const notes: Note[] = [];
  const all = Object.keys(files).map((name) => ({ name, changes: changesTo(project.file(path.join(root, name))!) }));
  applyTo(
    definition,
    all.map(({ changes }) => contextOf(changes, facts, notes, 'page')),
  );
  return {
    texts: Object.fromEntries(all.map(({ name, changes }) => [name, render(changes) ?? files[name]!])),
    notes: notes.map(({ file, text }) => `${path.relative(root, file)}: ${text}`),
  };
}
