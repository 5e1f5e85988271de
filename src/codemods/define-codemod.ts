import path from 'node:path';
import { homepage } from '../../package.json' with { type: 'json' };
import { Changes } from '../edits/changes.ts';
import { render } from '../edits/render.ts';
import { indentationAt, lineEndOf, startsLine } from '../edits/style.ts';
import { MARKER } from '../exposures/markers.ts';
import { parseFile } from '../parsing/parse.ts';
import type { Node } from '../syntax/nodes.ts';
import { enclosingStatement } from '../syntax/nodes.ts';
import { readSettings } from '../syntax/settings.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { positionOf } from '../syntax/source-file.ts';
import type { MigrationFacts } from './facts.ts';
import { factsFromOptions } from './facts.ts';
import { isPureCallee } from './pure-calls.ts';
import type { LeftReason } from './left-reasons.ts';
import type { FileInfo, Transform, TransformApi } from './transform.d.ts';

/** Something that a codemod leaves for a person, with the place that it is about. */
export interface Note {
  readonly file: string;
  readonly line: number;
  readonly reason: LeftReason;
  readonly text: string;
}

/** What a codemod works with: one file, what is to change in it, and what is known of the app around it. */
export interface CodemodContext {
  readonly file: SourceFile;
  readonly changes: Changes;
  readonly facts: MigrationFacts;
  /** Leaves a node for a person: a comment above its statement, and a line in the report. */
  readonly todo: (node: Node, reason: LeftReason, text: string) => void;
}

/** A codemod as data. */
export interface CodemodDefinition {
  readonly name: string;
  readonly description: string;
  /** The side of the app that it is for, by which phases pick. */
  readonly side: 'client' | 'server';
  /** Whether it says nothing of a file without the others of the app: `httponly codemod` plans it for all of them. */
  readonly isOfWholeApp?: boolean;
  /** Text without which a file cannot concern it. */
  readonly hint: RegExp;
  /** What it changes in a file, where files do not concern each other. */
  apply?(context: CodemodContext): void;
  /** The same for all files of a side at once; alone, a file is all there is. */
  applyTogether?(contexts: readonly CodemodContext[]): void;
}

/** A transform that jscodeshift can run, with what `httponly` needs of it. */
export interface Codemod extends Transform {
  readonly definition: CodemodDefinition;
}

/** The page of a codemod. */
export function codemodPage(name: string): string {
  return `${homepage}/blob/main/docs/codemods/${name}.md`;
}

/**
 * Makes a jscodeshift transform of a definition. It parses by itself, once, and edits ranges: jscodeshift's own printing
 * would change lines that nobody asked to change.
 */
export function defineCodemod(definition: CodemodDefinition): Codemod {
  const transform = (
    { path: filePath, source }: FileInfo,
    api: TransformApi = {},
    options: Readonly<Record<string, unknown>> = {},
  ): string | undefined => {
    if (!definition.hint.test(source)) return undefined;
    const absolute = path.resolve(filePath);
    const mark = source.startsWith('\uFEFF') ? '\uFEFF' : '';
    const file = parseFile(absolute, source.slice(mark.length), { settings: readSettings(options['settings']) });
    const notes: Note[] = [];
    const changes = changesTo(file);
    applyTo(definition, [contextOf(changes, factsFromOptions(absolute, options), notes, codemodPage(definition.name))]);
    for (const note of notes) api.report?.(`${note.file}:${note.line}: ${note.text}`);
    const result = render(changes);
    return result === undefined ? undefined : mark + result;
  };
  return Object.assign(transform, { definition });
}

/** The changes of a file, which know of calls that have no effect. */
export function changesTo(file: SourceFile): Changes {
  return new Changes(file, isPureCallee);
}

/** Applies a codemod to files, together or one by one, as it wants them. */
export function applyTo(definition: CodemodDefinition, contexts: readonly CodemodContext[]): void {
  definition.applyTogether?.(contexts);
  for (const context of contexts) definition.apply?.(context);
  for (const { changes } of contexts) dropMoot(changes);
}

/** A mark for a person, and what it is about: that may go after all, by what is found later. */
interface Mark {
  readonly nodes: Node[];
  readonly note: Note;
  readonly notes: Note[];
  readonly insertion?: Changes['inserted'][number];
}

const marks = new WeakMap<Changes, Mark[]>();

/** What is true of the app, whatever becomes of the place that says so. */
const OF_THE_APP: ReadonlySet<LeftReason> = new Set(['several-sessions', 'token-in-redirect']);

/** What goes in the end needs nobody. */
function dropMoot(changes: Changes): void {
  for (const { nodes, note, notes, insertion } of marks.get(changes) ?? []) {
    if (!nodes.every((node) => isRemoved(changes, node))) continue;
    if (!OF_THE_APP.has(note.reason) && notes.includes(note)) notes.splice(notes.indexOf(note), 1);
    if (insertion && changes.inserted.includes(insertion)) changes.inserted.splice(changes.inserted.indexOf(insertion), 1);
  }
}

/** Whether a node is taken out with what is around it, and not written anew. */
function isRemoved(changes: Changes, node: Node): boolean {
  for (let at: Node | undefined = node; at; at = at.parent) if (changes.goes(at)) return true;
  return false;
}

function keepMark(changes: Changes, mark: Mark): void {
  marks.set(changes, [...(marks.get(changes) ?? []), mark]);
}

/** A context that writes into the given changes and notes. */
export function contextOf(changes: Changes, facts: MigrationFacts, notes: Note[], page: string): CodemodContext {
  const { file } = changes;
  return {
    file,
    changes,
    facts,
    todo(node, reason, text) {
      // What goes needs nobody.
      if (changes.isGone(node)) return;
      const statement = enclosingStatement(node);
      const note = { file: file.path, line: positionOf(file, node.range[0]).line, reason, text };
      const same = notes.find((one) => one.file === note.file && one.line === note.line && one.text === text);
      if (same) {
        marks
          .get(changes)
          ?.find((one) => one.note === same)
          ?.nodes.push(node);
        return;
      }
      notes.push(note);
      const isInTemplate = rootOf(node) !== file.ast;
      const anchor = isInTemplate ? templateStart(file.text) : anchorOf(file, statement);
      const indentation = indentationAt(file.text, anchor);
      const mark = `${MARKER} ${text} See ${page}`;
      const comment = isInTemplate ? `<!-- ${mark} -->` : `// ${mark}`;
      const isNew = !marksAbove(file, anchor).includes(comment) && isFirst(changes, anchor, comment);
      if (isNew) changes.insert(anchor, `${comment}${lineEndOf(file.text)}${indentation}`);
      const insertion = isNew ? changes.inserted.at(-1) : undefined;
      keepMark(changes, { nodes: [node], note, notes, ...(insertion && { insertion }) });
    },
  };
}

/** The comments right above a place, a line each: marks of an earlier run may be among them. */
function marksAbove(file: SourceFile, anchor: number): string[] {
  const lines = file.text
    .slice(0, anchor)
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.trim());
  return lines.slice(lines.findLastIndex((line) => !/^(?:\/\/|<!--)/.test(line)) + 1);
}

const written = new WeakMap<Changes, Set<string>>();

/** Whether a mark is not written yet: two places in one statement may need the same. */
function isFirst(changes: Changes, anchor: number, comment: string): boolean {
  let marks = written.get(changes);
  if (!marks) written.set(changes, (marks = new Set()));
  const key = `${String(anchor)} ${comment}`;
  const isNew = !marks.has(key);
  marks.add(key);
  return isNew;
}

function rootOf(node: Node): Node {
  let at = node;
  while (at.parent) at = at.parent;
  return at;
}

/** Where a component's template begins: a comment inside of one of its tags would be none. */
function templateStart(text: string): number {
  return Math.max(0, text.search(/^[\t ]*<template\b/m));
}

function anchorOf({ text }: SourceFile, statement: Node): number {
  return startsLine(text, statement) ? statement.range[0] : lineStartOf(text, statement.range[0]);
}

function lineStartOf(text: string, at: number): number {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return start + /^[\t ]*/.exec(text.slice(start))![0].length;
}
