import path from 'node:path';
import { lacksOptionalChaining } from '../../project/packages.ts';
import type { PlannedFile } from '../../project/planned-file.ts';
import { parseFile } from '../../parsing/parse.ts';
import { DEFAULT_SETTINGS } from '../../syntax/settings.ts';
import { toldPath } from '../file-lines.ts';
import type { CheckFailure } from './check.ts';

/** Texts that are programs, wholly or in parts. */
export const PROGRAM = /\.(?:[cm]?[jt]sx?|vue|svelte|astro|html?|ejs)$/i;

/** Why a planned text cannot be read as what its name says, or undefined. */
function unreadable({ path: file, before, after }: PlannedFile): string | undefined {
  if (after === undefined) return undefined;
  const text = after.replace(/^\uFEFF/, '');
  try {
    if (PROGRAM.test(file)) parseFile(file, text, { settings: DEFAULT_SETTINGS });
    // With comments it was no JSON before.
    else if (file.endsWith('.json') && (before === undefined || isJson(before))) JSON.parse(text);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

const NEWER = /\?\.(?!\d)|\?\?/;

/** The line of a planned text in which syntax comes in that what builds its package is older than. */
function newerSyntax({ path: file, before, after }: PlannedFile): number | undefined {
  if (after === undefined || !/\.(?:[cm]?[jt]sx?|vue)$/.test(file) || !NEWER.test(after)) return undefined;
  const known = new Set((before ?? '').split('\n').map((line) => line.trim()));
  const at = after.split('\n').findIndex((line) => NEWER.test(line) && !known.has(line.trim()));
  return at < 0 || !lacksOptionalChaining(path.dirname(file)) ? undefined : at + 1;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''));
    return true;
  } catch {
    return false;
  }
}

/** The planned texts that do not parse. */
export function* unparsable(root: string, planned: readonly PlannedFile[]): Generator<CheckFailure> {
  for (const file of planned) {
    const newer = newerSyntax(file);
    if (newer !== undefined)
      yield {
        kind: 'parses',
        file: toldPath(root, file.path),
        line: newer,
        text: 'the text that is planned for it has `?.` or `??`, which the tools that build this package do not read: write it out.',
      };
    const reason = unreadable(file);
    if (reason === undefined) continue;
    yield {
      kind: 'parses',
      file: toldPath(root, file.path),
      line: Number(/line (\d+)/.exec(reason)?.[1] ?? 1),
      text: `the text that is planned for it does not parse (${reason}). This is a defect of httponly; please report it.`,
    };
  }
}
