import path from 'node:path';
import { createTwoFilesPatch } from 'diff';
import type { Colors } from 'picocolors/types.d.ts';
import { methodOf } from '../app/route.ts';
import type { Applied } from '../project/apply.ts';
import { sumOf } from '../migration/outcome.ts';
import type { MigrationPlan } from '../migration/migration-plan.ts';
import type { PackageManager } from '../project/package-manager.ts';
import { installCommand, packageManagerOf } from '../project/package-manager.ts';
import type { PlannedFile } from '../project/planned-file.ts';

/** A unified diff of a planned file. */
export function diffOf(root: string, { path: file, before, after }: PlannedFile): string {
  const name = path.relative(root, file).split(path.sep).join('/');
  return createTwoFilesPatch(
    before === undefined ? '/dev/null' : `a/${name}`,
    after === undefined ? '/dev/null' : `b/${name}`,
    before ?? '',
    after ?? '',
    undefined,
    undefined,
    { context: 3 },
  ).replace(/^=+\n/, '');
}

/** A plan for people: what was found, every change, what users notice, what is left. */
export function printPlan(plan: MigrationPlan, colors: Colors): string {
  const lines: string[] = ['', ...surveyed(plan, colors)];
  for (const file of plan.files) lines.push('', heading(plan, file, colors), coloured(diffOf(plan.root, file), colors));
  lines.push(...whatElse(plan, colors));
  return lines.join('\n');
}

function surveyed({ survey, session, root }: MigrationPlan, colors: Colors): string[] {
  if (session) return surveyedSession(session, root, colors);
  const { server, client, topology } = survey;
  const relative = (file: string): string => path.relative(root, file) || '.';
  const signsIn = server?.signIn ? `; people sign in at ${methodOf(server.signIn)} ${server.signIn.path}` : '';
  return [
    colors.bold('What is here'),
    `  server    ${server ? `Express, ${relative(server.app.path)}${signsIn}` : 'none that we know'}`,
    `  client    ${client ? relative(client.home.path) : 'none that holds a token'}`,
    `  topology  ${topology.topology}: ${topology.because}`,
  ];
}

function surveyedSession({ directory, version, routes }: NonNullable<MigrationPlan['session']>, root: string, colors: Colors): string[] {
  const folder = path.relative(root, directory) || '.';
  return [
    colors.bold('What is here'),
    `  app       Next with NextAuth ${String(version)}, ${folder}; its session gives pages a token`,
    `  routes    ${path.relative(root, routes.folder)}`,
  ];
}

/** The files that a plan writes, a line each. */
export function printFiles({ root, files }: MigrationPlan): string {
  return files.map(({ path: file, before, after }) => `  ${statusOf(before, after).padEnd(9)}${path.relative(root, file)}`).join('\n');
}

/** What becomes of a file. */
export function statusOf(before: string | undefined, after: string | undefined): 'new' | 'changed' | 'goes' {
  return before === undefined ? 'new' : after === undefined ? 'goes' : 'changed';
}

function heading({ root }: MigrationPlan, { path: file, before, after, because }: PlannedFile, colors: Colors): string {
  return `${colors.bold(path.relative(root, file))} ${colors.dim(`(${statusOf(before, after)}: ${because.join(', ')})`)}`;
}

function coloured(diff: string, colors: Colors): string {
  return diff
    .split('\n')
    .map((line) => {
      if (line.startsWith('+++') || line.startsWith('---')) return colors.dim(line);
      if (line.startsWith('@@')) return colors.cyan(line);
      if (line.startsWith('+')) return colors.green(line);
      return line.startsWith('-') ? colors.red(line) : line;
    })
    .join('\n');
}

function whatElse(plan: MigrationPlan, colors: Colors): string[] {
  const lines: string[] = [];
  const section = (title: string, entries: readonly string[]): void => {
    if (entries.length > 0) lines.push('', colors.bold(title), ...entries.map((entry) => `  ${entry}`));
  };
  section(
    'Why nothing is written',
    plan.refusals.map(({ text }) => text),
  );
  section('What people will notice', plan.effects);
  section(plan.refusals.length > 0 ? 'What would be left for you' : 'Left for you', [
    ...plan.todos.map(({ file, line, text, reason }) => `${file}:${String(line)}  ${text} (${reason})`),
    ...plan.left.map(({ file, line, text, kind }) => `${file === undefined ? '' : `${file}:${String(line)}  `}${text} (${kind})`),
  ]);
  section("What the project's own tools say", plan.checked ?? []);
  section(
    'Skipped',
    plan.skipped.map(({ path: file, reason }) => `${file}: ${reason}`),
  );
  section(
    'To install',
    plan.installs.map(({ directory, packages }) => installCommand(managerIn(plan, directory), directory, packages)),
  );
  section("To set in the server's environment", plan.environment);
  lines.push('', colors.bold(sumOf(plan)), '');
  return lines;
}

function managerIn({ root }: MigrationPlan, directory: string): PackageManager {
  return packageManagerOf(path.join(root, directory));
}

/** What was written, for people. */
export function printApplied(plan: MigrationPlan, { written, removed, refused }: Applied, colors: Colors): string {
  const notWritten = refused.map(({ path: file, reason }) => colors.yellow(`Not written: ${file}: ${reason}.`));
  if (written.length + removed.length === 0) return ['Nothing was written.', ...notWritten].join('\n');
  const lines = [
    colors.green(
      `Written: ${String(written.length)} ${written.length === 1 ? 'file' : 'files'}` +
        `${removed.length > 0 ? `, removed: ${String(removed.length)}` : ''}.`,
    ),
  ];
  if (refused.length > 0)
    lines.push(...notWritten, 'The migration is not whole. Take it back with httponly undo, and run it again once the cause is gone.');
  if (plan.installs.length > 0) {
    const commands = plan.installs.map(({ directory }) => installCommand(managerIn(plan, directory), directory));
    lines.push(`Now install what was added: ${commands.join(' && ')}`);
  }
  if (plan.todos.length > 0)
    lines.push(
      `Left for you: ${String(plan.todos.length)}, each marked in the code with TODO(httponly). ` +
        'The rule no-unfinished-migration reports them.',
    );
  lines.push('httponly undo takes it all back.');
  return lines.join('\n');
}
