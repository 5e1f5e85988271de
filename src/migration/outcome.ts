import type { MigrationPlan } from './migration-plan.ts';
import type { RefusalReason } from './refusal.ts';

/** Reasons that are errors, to be repaired before anything else, rather than an app that is not migrated. */
const ERRORS: ReadonlySet<RefusalReason> = new Set(['unparsable source', 'unchangeable file', 'unparsable result', 'unsound result']);

/** 0: complete; 1: something is left for a person, or nothing is done; 2: errors. */
export function exitCodeOf({ refusals, todos, left }: MigrationPlan): 0 | 1 | 2 {
  if (refusals.some(({ reason }) => ERRORS.has(reason))) return 2;
  return refusals.length + todos.length + left.length > 0 ? 1 : 0;
}

/** What a plan comes to, in one sentence. Nothing is said of it that does not follow from it. */
export function sumOf({ files, todos, left, refusals, survey, session }: MigrationPlan): string {
  if (refusals.length > 0) return 'Nothing is written.';
  if (files.length === 0)
    return survey.server || survey.client || session
      ? 'Nothing to change.'
      : 'Nothing to change: neither an Express server nor a page that keeps a token was found below this folder.';
  const counts = [
    [files.filter(({ before, after }) => before !== undefined && after !== undefined).length, 'changed'],
    [files.filter(({ before }) => before === undefined).length, 'new'],
    [files.filter(({ after }) => after === undefined).length, 'removed'],
  ] as const;
  const parts = counts.filter(([n]) => n !== 0).map(([n, what]) => `${String(n)} ${what}`);
  const open = todos.length + left.length;
  return (
    `${parts.join(', ')}; ` +
    `${open === 0 ? 'nothing is left to do by hand' : `${String(open)} ${open === 1 ? 'place is' : 'places are'} left for you`}.`
  );
}
