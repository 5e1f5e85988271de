import path from 'node:path';
import { structuredPatch } from 'diff';
import type { Colors } from 'picocolors/types.d.ts';
import type { MigrationPlan } from '../migration/migration-plan.ts';
import type { PlanOptions } from '../migration/plan.ts';
import { planMigration } from '../migration/plan.ts';
import type { PlannedFile } from '../project/planned-file.ts';
import type { ExplainedLine } from './explain.ts';
import { explainValues } from './explain.ts';

/**
 * What a migration decides of a line and why, with what is known of its values.
 *
 * @throws {Error} When the file is none of the project's, or has no such line.
 */
export function explainMigration(root: string, line: ExplainedLine, options: PlanOptions, colors: Colors): string {
  const values = explainValues(root, line, options.settings, colors);
  const decided = decisionsOn(planMigration(root, options), line);
  return [
    ...values,
    '',
    colors.bold('Decided'),
    ...(decided.length > 0 ? decided : ['nothing: the line stays as it is.']).map((one) => `  ${one}`),
    '',
  ].join('\n');
}

function decisionsOn(plan: MigrationPlan, { file, line }: ExplainedLine): string[] {
  const relative = path.relative(plan.root, file);
  const isHere = (one: { file?: string; line?: number }): boolean => one.file === relative && (one.line === undefined || one.line === line);
  const planned = plan.files.find((one) => one.path === file);
  return [
    ...plan.refusals.map(({ reason, text }) => `refused (${reason}): ${text}`),
    ...(planned ? changesOn(planned, line) : []),
    ...plan.todos.filter(isHere).map(({ reason, text }) => `left, with a mark (${reason}): ${text}`),
    ...plan.left.filter(isHere).map(({ kind, text }) => `left (${kind}): ${text}`),
  ];
}

/** What a line becomes, by which codemods of its file. */
function changesOn({ path: name, before = '', after, because }: PlannedFile, line: number): string[] {
  if (after === undefined) return [`removed with its file, by ${because.join(', ')}`];
  const { hunks } = structuredPatch(name, name, before, after, undefined, undefined, { context: 0 });
  return hunks
    .filter(({ oldStart, oldLines }) => oldStart <= line && line < oldStart + oldLines)
    .flatMap(({ lines }) => [`rewritten, by ${because.join(', ')}:`, ...lines.map((one) => `  ${one}`)]);
}
