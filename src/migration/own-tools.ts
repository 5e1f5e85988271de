import type { OwnCheck } from '../project/own-checks.ts';
import { ownChecks } from '../project/own-checks.ts';
import type { Leftover, MigrationPlan } from './migration-plan.ts';

/** So many new problems of a tool are named at most. */
const MOST_NAMED = 50;

/**
 * The same plan, with what the project's own TypeScript, ESLint and tests say of it on a copy: what is new is left for a
 * person. This executes code of the project.
 */
export function withOwnTools(plan: MigrationPlan): MigrationPlan {
  if (plan.files.length === 0) return plan;
  const found = ownChecks(plan);
  const nothing = ['There is nothing to run: no TypeScript, ESLint or tests were found.'];
  return { ...plan, left: [...plan.left, ...found.flatMap(leftBy)], checked: found.length === 0 ? nothing : found.map(summary) };
}

function leftBy(check: OwnCheck): Leftover[] {
  const { tool, added, notRun } = check;
  if (notRun !== undefined)
    return [{ kind: 'own tools', text: `${nameOf(check)} ${tool === 'Tests' ? 'were' : 'was'} not run: ${notRun}. Run --check again.` }];
  return added.slice(0, MOST_NAMED).map(({ file, line, text, details }) => ({
    kind: 'own tools',
    ...(file !== undefined && { file, line: line ?? 1 }),
    text:
      file === undefined
        ? `${nameOf(check)}: ${text}, which passed before${details === undefined ? '' : `:\n${details}`}`
        : `${tool}: ${text}`,
  }));
}

/** `ESLint in api`. */
function nameOf({ tool, directory }: OwnCheck): string {
  return directory === '.' ? tool : `${tool} in ${directory}`;
}

function summary(check: OwnCheck): string {
  const { tool, added, before, notRun } = check;
  if (notRun !== undefined) return `${nameOf(check)}: not run`;
  if (tool === 'Tests') return `${nameOf(check)}: ${added.length > 0 ? 'fail now' : before > 0 ? 'fail as before' : 'pass as before'}`;
  const old = before > 0 ? `, ${String(before)} as before` : '';
  return `${nameOf(check)}: ${added.length === 0 ? 'nothing new' : `${String(added.length)} new`}${old}`;
}
