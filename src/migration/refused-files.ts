import path from 'node:path';
import type { Project } from '../project/project.ts';
import type { UnaddressedPage } from '../project/session-script.ts';
import { toldPath } from './file-lines.ts';
import { isTestFile } from '../syntax/test-files.ts';
import type { CheckFailure, CheckKind } from './checks/index.ts';
import type { Refusal, RefusalReason } from './refusal.ts';

/** What of a text that cannot be read as code makes it one that a migration has to understand. */
const OURS = /token|jwt|bearer|authorization|cookie|session|localStorage/i;

/** What the script of a template does that has to do with a token. */
const KEPT_IN_PAGE = /localStorage|sessionStorage|document\.cookie|\bAuthorization\b|\bBearer\b/i;

/** Source files that cannot be read or parsed, and that may have a part in the session. Tests are left, and named. */
export function unparsableSources(project: Project): Refusal[] {
  return project.skipped.flatMap(({ path: relative, reason }): Refusal[] => {
    const file = path.join(project.root, relative);
    const text = project.textOf(file);
    if (isTestFile(file, project.root) || (text !== undefined && !OURS.test(text))) return [];
    const isTemplate = /\.ejs$/i.test(relative);
    // A template may speak of sessions without a script that has to do with them.
    if (isTemplate && !KEPT_IN_PAGE.test(text ?? '')) return [];
    return [
      {
        reason: isTemplate ? 'template' : 'unparsable source',
        side: 'both',
        places: [{ file: relative.split(path.sep).join('/'), line: Number(/line (\d+)/.exec(reason)?.[1] ?? 1) }],
        text:
          `${relative}: ${reason}, and it speaks of tokens or sessions. What it does with them cannot be told. ` +
          (isTemplate ? 'Move its scripts into a file of their own, which the template loads.' : 'Repair it, or have git ignore it.'),
      },
    ];
  });
}

/** A file whose edits cannot be made: they meet, or its bytes would not stay. */
export function unchangeable(root: string, file: string, why: string): Refusal {
  const relative = path.relative(root, file).split(path.sep).join('/');
  return {
    reason: 'unchangeable file',
    side: 'both',
    places: [{ file: relative, line: 1 }],
    text: `${relative} cannot be changed: ${why}.`,
  };
}

/** A page whose scripts need the session's, which is at no address that was found. */
export function withoutScript(root: string, { page, script }: UnaddressedPage): Refusal {
  const file = toldPath(root, page);
  return {
    reason: 'classic script',
    side: 'both',
    places: [{ file, line: 1 }],
    text:
      `The scripts of ${file} need ${toldPath(root, script)}, and it was not found at which address a page of this server loads it. ` +
      'Have the page load some script from a folder that the server hands out, and run the command again.',
  };
}

const OF_CHECK: Readonly<Partial<Record<CheckKind, RefusalReason>>> = {
  parses: 'unparsable result',
  'keeps scripts classic': 'classic script',
  'moves both sides': 'one side alone',
  'stands where it may': 'no place for a file',
};

/** A planned text with which the app would not work. */
export function unsound({ kind, file, line, text }: CheckFailure): Refusal {
  const reason = OF_CHECK[kind] ?? 'unsound result';
  return {
    reason,
    side: 'both',
    places: [{ file, line }],
    text: `${file}:${String(line)} cannot be written as planned: ${text.replace(/\.$/, '')}.`,
  };
}
