import { diffLines } from 'diff';
import path from 'node:path';
import { LEFT_REASONS } from '../codemods/left-reasons.ts';
import type { Note } from '../codemods/define-codemod.ts';
import type { PlannedFile } from '../project/planned-file.ts';
import { isTestFile } from '../syntax/test-files.ts';
import type { Leftover, MigrationPlan } from './migration-plan.ts';
import { SERVER_ALONE } from './refusal.ts';

/** Whether people can use the app before what a check found is done. `docs/guides/left.md` has a section on each kind. */
const USABLE_WITH: Readonly<Record<Leftover['kind'], boolean>> = {
  // These stop a plan by themselves.
  parses: false,
  'imports what is there': false,
  'names what is defined': false,
  'declares once': false,
  'keeps scripts classic': false,
  'stands where it may': false,
  'moves both sides': false,
  // A linter complains, and nothing else.
  'uses what it declares': true,
  'keeps arguments': false,
  'keeps requests': false,
  'sends the cookie': false,
  'remembers sign-ins': false,
  'sets the cookie': false,
  'takes what is kept': false,
  'names what is left': false,
  // Named, with an endpoint of their own: they are released by themselves.
  'serves native apps': true,
  'keeps cookies that are read': false,
  // Pages look signed out, and the cookie stays.
  'ends the session': false,
  'changes something on GET': true,
  'refuses a form of another site': false,
  // Outside of the code, and named before anything is deployed.
  hosting: true,
  topology: false,
  'second plan': false,
  // Asked for, and shown before anything is written.
  'own tools': true,
};

/** Places without which people could not use the app after the migration. */
function hindering({ root, todos, left }: Pick<MigrationPlan, 'root' | 'todos' | 'left'>): readonly (Note | Leftover)[] {
  return [
    ...todos.filter(({ file, reason }) => LEFT_REASONS[reason] === 'no' && !isTestFile(path.join(root, file), root)),
    ...left.filter((one) => !(one.isUsable ?? USABLE_WITH[one.kind])),
  ];
}

/**
 * The plan, or one that writes nothing: half a migration is none. Where places are left without which people could not sign in
 * or use a page, they are named as they are now, and nothing is written.
 */
export function wholeOrNothing(plan: MigrationPlan): MigrationPlan {
  const places = hindering(plan);
  if (plan.files.length === 0 || places.length === 0) return plan;
  const before = new Map(plan.files.map((file) => [path.relative(plan.root, file.path), file]));
  const left = plan.left.flatMap((one) => asItIs(one, before) ?? []);
  return {
    ...plan,
    files: [],
    left,
    effects: [],
    installs: [],
    environment: [],
    refusals: [
      {
        reason: 'not whole',
        side: 'both',
        places: [...plan.todos, ...left].flatMap(({ file, line }) => (file === undefined || line === undefined ? [] : [{ file, line }])),
        text:
          `Pages or sign-in would not work before ${toBeDone({ ...plan, left })}. ` +
          '`httponly migrate --with-marks` writes everything else and marks these places: the app works again when the last ' +
          `mark is gone. Or: ${SERVER_ALONE}`,
      },
    ],
  };
}

/** What has to be done before people can use the app, of what is listed; what only the migration would make is not. */
function toBeDone(listed: Pick<MigrationPlan, 'root' | 'todos' | 'left'>): string {
  const [some, all] = [hindering(listed).length, listed.todos.length + listed.left.length];
  const done = some === 1 ? 'one place is done by hand' : `${String(some)} places are done by hand`;
  if (some === 0) return 'something is done by hand in what the migration would add';
  return some === all ? `${done}, which ${some === 1 ? 'is' : 'are'} listed below` : `${done}, of the ${String(all)} that are listed below`;
}

/** What is left, at the line that is there now; nothing for what only the migration would make. */
function asItIs(one: Leftover, planned: ReadonlyMap<string, PlannedFile>): Leftover | undefined {
  const file = one.file === undefined ? undefined : planned.get(one.file);
  if (!file || one.line === undefined) return one;
  return file.before === undefined ? undefined : { ...one, line: lineBefore(file.before, file.after ?? '', one.line) };
}

/** The line of a text that a line of the changed text was, or before which it was added. Counting from 1. */
export function lineBefore(before: string, after: string, line: number): number {
  let [old, now] = [0, 0];
  for (const { added, removed, count } of diffLines(before, after)) {
    if (!removed && now + count >= line) return added ? old + 1 : old + (line - now);
    if (!removed) now += count;
    if (!added) old += count;
  }
  return Math.max(old, 1);
}
