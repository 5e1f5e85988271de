import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PlannedFile } from './planned-file.ts';

/**
 * Copies a project into a folder for temporary files: what is its own as files, what is installed as links, so that a package
 * of the project itself is the copy's and not the original.
 *
 * @param root Absolute.
 * @returns The copy, absolute. Whoever asks for it removes it.
 */
export function copyOf(root: string): string {
  const copy = realpathSync(mkdtempSync(path.join(tmpdir(), 'httponly-check-')));
  copyFolder(realpathSync(root), copy, { root: realpathSync(root), copy });
  return copy;
}

/** Takes a copy away; what its links point to stays. */
export function removeCopy(copy: string): void {
  rmSync(copy, { recursive: true, force: true });
}

/** Writes planned texts into a copy of their project. */
export function writeInto(copy: string, root: string, files: readonly PlannedFile[]): void {
  for (const { path: file, after } of files) {
    const target = path.join(copy, path.relative(root, file));
    if (after === undefined) rmSync(target, { force: true });
    else {
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, after);
    }
  }
}

interface Roots {
  readonly root: string;
  readonly copy: string;
}

function copyFolder(from: string, to: string, roots: Roots): void {
  for (const name of readdirSync(from)) {
    if (name === '.git') continue;
    const [source, target] = [path.join(from, name), path.join(to, name)];
    const stat = lstatSync(source);
    if (stat.isSymbolicLink()) link(source, target, roots);
    else if (name === 'node_modules') linkInstalled(source, target, roots);
    else if (stat.isDirectory()) {
      mkdirSync(target);
      copyFolder(source, target, roots);
    } else if (stat.isFile()) copyFileSync(source, target);
  }
}

/** Each installed package as a link to where it is; scopes are folders of packages. */
function linkInstalled(from: string, to: string, roots: Roots): void {
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    const [source, target] = [path.join(from, name), path.join(to, name)];
    if (lstatSync(source).isSymbolicLink()) link(source, target, roots);
    else if (name.startsWith('@')) linkInstalled(source, target, roots);
    else symlinkSync(source, target);
  }
}

/** A link to something of the project is one to the same thing of the copy, unless that is installed. */
function link(source: string, target: string, { root, copy }: Roots): void {
  const to = path.resolve(path.dirname(source), readlinkSync(source));
  const within = path.relative(root, to);
  const isOwn = !within.startsWith('..') && !path.isAbsolute(within) && !within.split(path.sep).includes('node_modules');
  symlinkSync(isOwn ? path.join(copy, within) : to, target);
}
