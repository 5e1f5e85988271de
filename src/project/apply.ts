import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { privatePath } from './git.ts';
import type { MigrationPlan, PlannedFile } from './plan.ts';

/** The undo record of the last migration, which git does not see. */
function undoPath(root: string): string {
  return privatePath(root, 'httponly-undo.json');
}

/** What the undo record holds: each file as it was. */
interface UndoRecord {
  readonly version: 1;
  readonly files: readonly { readonly path: string; readonly before: string | null; readonly after: string | null }[];
}

/** What became of a plan's files. */
export interface Applied {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** Files that were left as they are, and why. */
  readonly refused: readonly { readonly path: string; readonly reason: string }[];
}

/**
 * Writes a plan. The undo record comes first; each file is written beside its place and moved there, so that it is
 * either as it was or as planned, whenever the process ends. A file that is not as it was when it was read is left alone.
 */
export function applyPlan({ root, files }: Pick<MigrationPlan, 'root' | 'files'>): Applied {
  const refused: { path: string; reason: string }[] = [];
  const ready = files.filter((file) => {
    const reason = changedSince(file);
    if (reason !== undefined) refused.push({ path: path.relative(root, file.path), reason });
    return reason === undefined;
  });
  const record: UndoRecord = { version: 1, files: ready.map((file) => ({ path: path.relative(root, file.path), before: file.before ?? null, after: file.after ?? null })) };
  if (ready.length > 0) writeWhole(undoPath(root), `${JSON.stringify(record, undefined, 1)}\n`);
  const written: string[] = [];
  const removed: string[] = [];
  for (const file of ready) {
    const relative = path.relative(root, file.path);
    try {
      if (file.after === undefined) {
        rmSync(file.path);
        removed.push(relative);
      } else {
        writeWhole(file.path, file.after);
        written.push(relative);
      }
    } catch (error) {
      refused.push({ path: relative, reason: `it could not be written (${(error as NodeJS.ErrnoException).code ?? String(error)})` });
    }
  }
  return { written, removed, refused };
}

function changedSince({ path: file, before }: PlannedFile): string | undefined {
  if (before === undefined) return existsSync(file) ? 'a file of this name is there already' : undefined;
  try {
    return readFileSync(file, 'utf8') === before ? undefined : 'it changed while the plan was made';
  } catch {
    return 'it is not there any more';
  }
}

/** Writes a file in one step: all of it or nothing. The mode of the file that is replaced stays. */
function writeWhole(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const beside = `${file}.httponly-${String(process.pid)}`;
  const mode = existsSync(file) ? statSync(file).mode : 0o644;
  const descriptor = openSync(beside, 'w', mode);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(beside, file);
}

/**
 * Takes the last migration back.
 *
 * @returns What was put back, and what was changed since and left alone.
 * @throws {Error} When there is nothing to take back.
 */
export function undoMigration(root: string): Applied {
  const record = readUndo(root);
  const refused: { path: string; reason: string }[] = [];
  const written: string[] = [];
  const removed: string[] = [];
  for (const { path: relative, before, after } of record.files) {
    const file = path.join(root, relative);
    const now = existsSync(file) ? readFileSync(file, 'utf8') : null;
    if (now === before) continue;
    // A migration that was killed left some files as they were; one that was edited since is its owner's.
    if (now !== after) {
      refused.push({ path: relative, reason: 'it was changed after the migration' });
      continue;
    }
    if (before === null) {
      rmSync(file);
      removed.push(relative);
    } else {
      writeWhole(file, before);
      written.push(relative);
    }
  }
  if (refused.length === 0) rmSync(undoPath(root));
  return { written, removed, refused };
}

function readUndo(root: string): UndoRecord {
  try {
    return JSON.parse(readFileSync(undoPath(root), 'utf8')) as UndoRecord;
  } catch {
    throw new Error('there is no migration to take back here. Run it in the folder in which the migration ran, or use git.');
  }
}
