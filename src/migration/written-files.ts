import type { CodemodContext } from '../codemods/define-codemod.ts';
import { render } from '../edits/render.ts';
import type { PlannedFile } from '../project/planned-file.ts';
import type { Project } from '../project/project.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { Refusal } from './refusal.ts';
import { unchangeable } from './refused-files.ts';

/** The files whose text changes; one that nothing is left of goes. One that cannot be changed as planned stops all. */
export function writtenFiles(
  contexts: ReadonlyMap<SourceFile, CodemodContext>,
  touched: ReadonlyMap<SourceFile, ReadonlySet<string>>,
  project: Project,
): { readonly files: PlannedFile[]; readonly refusals: Refusal[] } {
  const files: PlannedFile[] = [];
  const refusals: Refusal[] = [];
  for (const { file, changes } of contexts.values()) {
    const because = [...(touched.get(file) ?? [])];
    try {
      const after = render(changes);
      if (after === undefined) continue;
      if (project.isLossy(file.path)) throw new Error('its text is not UTF-8, and would not stay as it is');
      const isLeftEmpty = after.trim() === '' && file.text.trim() !== '';
      const mark = project.hadMark(file.path) ? '\uFEFF' : '';
      files.push({ path: file.path, before: mark + file.text, after: isLeftEmpty ? undefined : mark + after, because });
    } catch (error) {
      refusals.push(unchangeable(project.root, file.path, (error as Error).message));
    }
  }
  return { files, refusals };
}
