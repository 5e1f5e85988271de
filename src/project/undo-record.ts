import { readFileSync } from 'node:fs';
import { outside } from './contained.ts';
import { privatePath } from './git.ts';

/** What the undo record holds of a file: its texts, and the permissions that it had. */
export interface UndoneFile {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly mode?: number;
}

/** What the undo record holds: each file as it was. */
export interface UndoRecord {
  readonly version: 2;
  /** Where the migration ran; paths are relative to it. */
  readonly root: string;
  readonly files: readonly UndoneFile[];
  /** Folders that were made, the outer ones first. */
  readonly folders: readonly string[];
  /** False as long as a migration runs, and for ever where it was killed. */
  readonly isFinished: boolean;
  /** By what the names of this migration's unfinished files end: 16 hexadecimal digits. */
  readonly mark: string;
}

/** The undo record of the last migration, which git does not see. */
export function undoPath(root: string): string {
  return privatePath(root, 'httponly-undo.json');
}

/**
 * The record of the last migration of a folder, or undefined where there is none.
 *
 * @throws {Error} When the record is none that a migration of this folder wrote: somebody may have put it there.
 */
export function readUndoRecord(root: string): UndoRecord | undefined {
  const file = undoPath(root);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  const wrong = (why: string): Error => new Error(`the undo record ${file} is none of ours (${why}). Nothing was done; take it away.`);
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch {
    throw wrong('it is no JSON');
  }
  if (!isRecord(record)) throw wrong('it has another form');
  for (const name of [...record.files.map((one) => one.path), ...record.folders]) {
    const reason = outside(record.root, name);
    if (reason !== undefined) throw wrong(`${name}: ${reason}`);
  }
  return record;
}

function isRecord(value: unknown): value is UndoRecord {
  if (typeof value !== 'object' || value === null) return false;
  const { version, root, files, folders, isFinished, mark } = value as Readonly<Record<string, unknown>>;
  return (
    version === 2 &&
    typeof root === 'string' &&
    typeof isFinished === 'boolean' &&
    typeof mark === 'string' &&
    /^[\da-f]{16}$/.test(mark) &&
    Array.isArray(files) &&
    files.every(isUndoneFile) &&
    Array.isArray(folders) &&
    folders.every((one) => typeof one === 'string')
  );
}

function isUndoneFile(value: unknown): value is UndoneFile {
  if (typeof value !== 'object' || value === null) return false;
  const { path: file, before, after, mode } = value as Readonly<Record<string, unknown>>;
  const isText = (one: unknown): boolean => one === null || typeof one === 'string';
  return typeof file === 'string' && isText(before) && isText(after) && (mode === undefined || Number.isInteger(mode));
}
