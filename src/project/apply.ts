import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { escapes } from './contained.ts';
import type { PlannedFile } from './planned-file.ts';
import type { UndoneFile, UndoRecord } from './undo-record.ts';
import { readUndoRecord, undoPath } from './undo-record.ts';

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
 *
 * @param options.isWhole Whether the files belong together: where one cannot be written, none is.
 * @param options.isRecorded Whether it can be taken back, in place of what was written before.
 */
export function applyPlan(
  { root, files }: { readonly root: string; readonly files: readonly PlannedFile[] },
  { isWhole = false, isRecorded = true }: { readonly isWhole?: boolean; readonly isRecorded?: boolean } = {},
): Applied {
  const refused: { path: string; reason: string }[] = [];
  const ready = files.filter((file) => {
    const reason = hindrance(root, file);
    if (reason !== undefined) refused.push({ path: path.relative(root, file.path), reason });
    return reason === undefined;
  });
  const written: string[] = [];
  const removed: string[] = [];
  if (ready.length === 0 || (isWhole && refused.length > 0)) return { written, removed, refused };
  const record = recordOf(root, ready, isRecorded ? killedBefore(root) : undefined);
  if (isRecorded) writeRecord(root, record);
  for (const file of ready) {
    const relative = path.relative(root, file.path);
    try {
      // Looked at again: what stands there may have been exchanged since.
      const reason = hindrance(root, file);
      if (reason !== undefined) refused.push({ path: relative, reason });
      else if (file.after === undefined) {
        rmSync(file.path);
        removed.push(relative);
      } else {
        writeWhole(file.path, file.after, record.mark);
        written.push(relative);
      }
    } catch (error) {
      refused.push({ path: relative, reason: notWritten(error) });
    }
  }
  if (isRecorded) writeRecord(root, { ...record, isFinished: true });
  return { written, removed, refused };
}

/** Why a file is to be left alone, or undefined. */
function hindrance(root: string, { path: file, before }: PlannedFile): string | undefined {
  try {
    const way = escapes(root, file);
    if (way !== undefined) return way;
    const stat = lstatSync(file, { throwIfNoEntry: false });
    if (before === undefined) return stat ? 'a file of this name is there already' : undefined;
    if (!stat) return 'it is not there any more';
    if (!stat.isFile()) return 'it is a link';
    // Moving another file to its place would go past its permissions.
    if ((stat.mode & 0o222) === 0) return 'it is read-only';
    // Compared as bytes: a text that is not UTF-8 would not come back as it was.
    return readFileSync(file).equals(Buffer.from(before)) ? undefined : 'it changed while the plan was made';
  } catch (error) {
    return `it cannot be read (${codeOf(error)})`;
  }
}

/** What is known of a migration of this folder that was killed; what it had begun to write goes. */
function killedBefore(root: string): UndoRecord | undefined {
  let earlier: UndoRecord | undefined;
  try {
    earlier = readUndoRecord(root);
  } catch {
    // None of ours: it is written over.
    return undefined;
  }
  if (earlier?.isFinished !== false || earlier.root !== root) return undefined;
  for (const { path: file } of earlier.files)
    if (escapes(root, file) === undefined) rmSync(besideOf(path.join(root, file), earlier.mark), { force: true });
  return earlier;
}

/** Each file as it is now. What a migration that was killed had written is as it was before that: the two are taken back as one. */
function recordOf(root: string, files: readonly PlannedFile[], killed: UndoRecord | undefined): UndoRecord {
  const known = new Map(
    killed?.files.filter(({ path: file, after }) => textOrNull(path.join(root, file)) === after).map((file) => [file.path, file]),
  );
  for (const { path: file, before, after } of files) {
    const relative = path.relative(root, file);
    const first = known.get(relative);
    const origin = first ?? { before: before ?? null, ...(before !== undefined && { mode: lstatSync(file).mode }) };
    known.set(relative, { ...origin, path: relative, after: after ?? null });
  }
  const folders = new Set([...(killed?.folders ?? []), ...files.flatMap(({ path: file }) => missingFolders(root, path.dirname(file)))]);
  const mark = freshMark();
  return { version: 2, root, files: [...known.values()], folders: [...folders], isFinished: false, mark };
}

/** The folders on the way to a folder that are not there, the outer ones first, relative to the root. */
function missingFolders(root: string, folder: string): string[] {
  return existsSync(folder) ? [] : [...missingFolders(root, path.dirname(folder)), path.relative(root, folder)];
}

function writeRecord(root: string, record: UndoRecord): void {
  writeWhole(undoPath(root), `${JSON.stringify(record, undefined, 1)}\n`, freshMark());
}

function freshMark(): string {
  return randomBytes(8).toString('hex');
}

/** Where a file's new text stands until all of it is there: under a name that nobody can foresee. */
function besideOf(file: string, mark: string): string {
  return `${file}.httponly-${mark}`;
}

/** Writes a file in one step: all of it or nothing. The permissions of the file that is replaced stay. */
function writeWhole(file: string, text: string, mark: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const beside = besideOf(file, mark);
  const mode = lstatSync(file, { throwIfNoEntry: false })?.mode;
  // Exclusively: what stands there already, a link too, is not ours and is not written through.
  const descriptor = openSync(beside, 'wx');
  try {
    try {
      if (mode !== undefined) fchmodSync(descriptor, mode);
      writeFileSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/**
 * Takes the last migration back.
 *
 * @param options.isDry Whether to say only what would be done.
 * @returns What was put back, and what was changed since and left alone.
 * @throws {Error} When there is nothing to take back.
 */
export function undoMigration(root: string, { isDry = false }: { readonly isDry?: boolean } = {}): Applied {
  const record = readUndoRecord(root);
  if (!record) throw new Error('there is no migration to take back here. Run it in the folder in which the migration ran, or use git.');
  if (record.root !== root && existsSync(record.root))
    throw new Error(`the last migration ran in ${record.root}. Run httponly undo there.`);
  const refused: { path: string; reason: string }[] = [];
  const written: string[] = [];
  const removed: string[] = [];
  for (const file of record.files) {
    try {
      const done = undone(root, file, record.mark, isDry);
      if (done === 'removed') removed.push(file.path);
      else if (done === 'written') written.push(file.path);
      else if (done !== 'as it was') refused.push({ path: file.path, reason: done.reason });
    } catch (error) {
      refused.push({ path: file.path, reason: notWritten(error) });
    }
  }
  if (isDry) return { written, removed, refused };
  for (const folder of record.folders.toReversed()) if (escapes(root, folder) === undefined) removeEmpty(path.join(root, folder));
  if (refused.length === 0) rmSync(undoPath(root));
  return { written, removed, refused };
}

/** Puts one file back, or says only what would become of it. */
function undone(
  root: string,
  { path: relative, before, after, mode }: UndoneFile,
  mark: string,
  isDry: boolean,
): 'as it was' | 'removed' | 'written' | { readonly reason: string } {
  const file = path.join(root, relative);
  const way = escapes(root, relative);
  if (way !== undefined) return { reason: way };
  // What a migration that was killed had begun to write.
  if (!isDry) rmSync(besideOf(file, mark), { force: true });
  if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) return { reason: 'it is a link' };
  const now = textOrNull(file);
  if (now === before) return 'as it was';
  // A migration that was killed left some files as they were; one that was edited since is its owner's.
  if (now !== after) return { reason: 'it was changed after the migration' };
  if (isDry) return before === null ? 'removed' : 'written';
  if (before === null) {
    rmSync(file);
    return 'removed';
  }
  writeWhole(file, before, mark);
  if (mode !== undefined) chmodSync(file, mode & 0o777);
  return 'written';
}

function textOrNull(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something else stands there by now, or it was never made.
  }
}

function notWritten(error: unknown): string {
  return `it could not be written (${codeOf(error)})`;
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
