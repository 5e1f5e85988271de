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
import { privatePath } from './git.ts';
import type { MigrationPlan, PlannedFile } from './plan.ts';

/** The undo record of the last migration, which git does not see. */
function undoPath(root: string): string {
  return privatePath(root, 'httponly-undo.json');
}

/** What the undo record holds of a file: its texts, and the permissions that it had. */
interface UndoneFile {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly mode?: number;
}

/** What the undo record holds: each file as it was. */
interface UndoRecord {
  readonly version: 1;
  /** Where the migration ran; paths are relative to it. */
  readonly root: string;
  readonly files: readonly UndoneFile[];
  /** Folders that were made, the outer ones first. */
  readonly folders: readonly string[];
  /** False as long as a migration runs, and for ever where it was killed. */
  readonly isFinished: boolean;
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
    const reason = hindrance(file);
    if (reason !== undefined) refused.push({ path: path.relative(root, file.path), reason });
    return reason === undefined;
  });
  const written: string[] = [];
  const removed: string[] = [];
  if (ready.length === 0) return { written, removed, refused };
  const record = recordOf(root, ready);
  writeRecord(root, record);
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
      refused.push({ path: relative, reason: notWritten(error) });
    }
  }
  writeRecord(root, { ...record, isFinished: true });
  return { written, removed, refused };
}

/** Why a file is to be left alone, or undefined. */
function hindrance({ path: file, before }: PlannedFile): string | undefined {
  try {
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

/** Each file as it is now. What a migration that was killed had written is as it was before that: the two are taken back as one. */
function recordOf(root: string, files: readonly PlannedFile[]): UndoRecord {
  const earlier = readUndo(root);
  const killed = earlier?.isFinished === false && earlier.root === root ? earlier : undefined;
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
  return { version: 1, root, files: [...known.values()], folders: [...folders], isFinished: false };
}

/** The folders on the way to a folder that are not there, the outer ones first, relative to the root. */
function missingFolders(root: string, folder: string): string[] {
  return existsSync(folder) ? [] : [...missingFolders(root, path.dirname(folder)), path.relative(root, folder)];
}

function writeRecord(root: string, record: UndoRecord): void {
  writeWhole(undoPath(root), `${JSON.stringify(record, undefined, 1)}\n`);
}

/** Where a file's new text stands until all of it is there. */
function besideOf(file: string): string {
  return `${file}.httponly-new`;
}

/** Writes a file in one step: all of it or nothing. The permissions of the file that is replaced stay. */
function writeWhole(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const beside = besideOf(file);
  const mode = lstatSync(file, { throwIfNoEntry: false })?.mode;
  try {
    const descriptor = openSync(beside, 'w');
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
  const record = readUndo(root);
  if (!record) throw new Error('there is no migration to take back here. Run it in the folder in which the migration ran, or use git.');
  if (record.root !== root && existsSync(record.root))
    throw new Error(`the last migration ran in ${record.root}. Run httponly undo there.`);
  const refused: { path: string; reason: string }[] = [];
  const written: string[] = [];
  const removed: string[] = [];
  for (const file of record.files) {
    try {
      const done = undone(root, file, isDry);
      if (done === 'changed since') refused.push({ path: file.path, reason: 'it was changed after the migration' });
      else if (done === 'removed') removed.push(file.path);
      else if (done === 'written') written.push(file.path);
    } catch (error) {
      refused.push({ path: file.path, reason: notWritten(error) });
    }
  }
  if (isDry) return { written, removed, refused };
  for (const folder of record.folders.toReversed()) removeEmpty(path.join(root, folder));
  if (refused.length === 0) rmSync(undoPath(root));
  return { written, removed, refused };
}

/** Puts one file back, or says only what would become of it. */
function undone(
  root: string,
  { path: relative, before, after, mode }: UndoneFile,
  isDry: boolean,
): 'as it was' | 'changed since' | 'removed' | 'written' {
  const file = path.join(root, relative);
  // What a migration that was killed had begun to write.
  if (!isDry) rmSync(besideOf(file), { force: true });
  const now = textOrNull(file);
  if (now === before) return 'as it was';
  // A migration that was killed left some files as they were; one that was edited since is its owner's.
  if (now !== after) return 'changed since';
  if (isDry) return before === null ? 'removed' : 'written';
  if (before === null) {
    rmSync(file);
    return 'removed';
  }
  writeWhole(file, before);
  if (mode !== undefined) chmodSync(file, mode);
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

function readUndo(root: string): UndoRecord | undefined {
  try {
    return JSON.parse(readFileSync(undoPath(root), 'utf8')) as UndoRecord;
  } catch {
    return undefined;
  }
}

function notWritten(error: unknown): string {
  return `it could not be written (${codeOf(error)})`;
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
