import path from 'node:path';
import type { parseArgs } from 'node:util';
import { codemods } from '../codemods/index.ts';
import { applyPlan } from '../project/apply.ts';
import { formatted } from '../project/format.ts';
import { exitCodeOf } from '../migration/outcome.ts';
import type { MigrationPlan } from '../migration/migration-plan.ts';
import type { PlanOptions } from '../migration/plan.ts';
import { withOwnTools } from '../migration/own-tools.ts';
import { planMigration, stillParsing } from '../migration/plan.ts';
import { COMMON_HELP, COMMON_OPTIONS, folderOf, oneOf, PHASES, readArguments } from './arguments.ts';
import { explainedLine } from './explain.ts';
import { explainMigration } from './explain-migration.ts';
import { reasonNotToWrite } from './work-tree.ts';
import { paintFor } from './paint.ts';
import { diffOf, printApplied, printFiles, printPlan } from './print-plan.ts';
import { readProjectSettings } from './project-settings.ts';
import type { ExitCode, CommandContext } from './run.ts';

/** The options of `httponly migrate`, with what they are for. */
export const MIGRATE_OPTIONS = {
  ...COMMON_OPTIONS,
  'dry-run': { type: 'boolean', default: false },
  yes: { type: 'boolean', short: 'y', default: false },
  'allow-dirty': { type: 'boolean', default: false },
  phase: { type: 'string', default: 'all' },
  topology: { type: 'string' },
  'api-origin': { type: 'string' },
  'sign-in': { type: 'string' },
  csrf: { type: 'string', default: 'origin' },
  'same-site': { type: 'string' },
  exchange: { type: 'boolean', default: false },
  'token-endpoint': { type: 'boolean', default: false },
  'no-bearer': { type: 'boolean', default: false },
  'with-marks': { type: 'boolean', default: false },
  format: { type: 'boolean', default: false },
  check: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  explain: { type: 'string' },
} as const;

export const MIGRATE_HELP = `Usage
  httponly migrate [options]      move the app in this folder from Bearer tokens to HttpOnly cookies

Options
  --dry-run            show the plan and stop
  --yes, -y            write without asking
  --allow-dirty        go on although git has uncommitted changes, or is not there
  --phase NAME         all (default), or one step of a rollout: server, client, cleanup
  --topology NAME      same-origin, same-site or cross-site, where it is found wrongly
  --api-origin URL     the address at which pages ask the API, where it is not found
  --sign-in PATH       the route at which people sign in, where another is found or none
  --csrf KIND          origin (default): check where requests come from; token: ask for a token besides
  --same-site VALUE    lax (default), strict or none
  --exchange           turn stored tokens into cookies once, so that nobody has to sign in again
  --token-endpoint     add POST …/token for programs: the token in the body, no cookie
  --no-bearer          take no Bearer tokens any more
  --with-marks         write although places are left without which pages do not work: each is marked in the code
  --format             run the project's Prettier on files that it would have left alone before
  --check              run the project's TypeScript, ESLint and tests on a copy, before and after, and say what is new
  --json               the plan as JSON
  --explain FILE:LINE  say what is decided of a line and why, and how its values were followed; writes nothing
${COMMON_HELP}

Exit codes: 0 complete or declined, 1 something is left for a person, 2 errors, 130 given up with Ctrl-C.
`;

/** Plans, shows the plan, asks, writes and reports. */
export async function migrate(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { values } = readArguments(args, { command: 'migrate', options: MIGRATE_OPTIONS, allowPositionals: false });
  const { out, error, isTerminal, canAsk } = context;
  if (values.help) {
    out(MIGRATE_HELP);
    return 0;
  }
  const root = folderOf(context.cwd, values.cwd);
  const options = planOptions(values, root);
  const paint = paintFor(isTerminal, values['no-color']);
  if (values.explain !== undefined) {
    out(explainMigration(root, explainedLine(root, values.explain), { ...options, withMarks: true }, paint));
    return 0;
  }
  const complaint = reasonNotToWrite(root, values);
  if (complaint !== undefined) {
    error(complaint);
    return 2;
  }
  const only = canAsk && isInteractive(values) ? await pickCodemods() : undefined;
  if (only === null) return gaveUp(context);
  const plan = await planned(root, { ...options, ...(only && { only }) }, values);
  show(plan, values, context);
  return values['dry-run'] || plan.files.length === 0 ? exitCodeOf(plan) : await written(plan, values, context);
}

/** Shows the plan; in a pager where a question follows it. */
function show(plan: MigrationPlan, values: Values, context: CommandContext): void {
  const asks = context.canAsk && isInteractive(values) && plan.files.length > 0;
  const text = values.json
    ? JSON.stringify(describe(plan), undefined, 2)
    : printPlan(plan, paintFor(context.isTerminal, values['no-color']));
  if (!asks || !context.page?.(text)) context.out(text);
}

/** Asks, unless it was said before that it may be, and writes the plan. */
async function written(plan: MigrationPlan, values: Values, context: CommandContext): Promise<ExitCode> {
  const answer = values.yes ? 'yes' : await askedWhether(plan, context);
  if (answer === 'given up') return gaveUp(context);
  if (answer !== 'yes') return answer === 'no' ? 0 : 2;
  const applied = applyPlan(plan, { isWhole: true });
  if (!values.json) context.out(printApplied(plan, applied, paintFor(context.isTerminal, values['no-color'])));
  return applied.refused.length > 0 ? 2 : exitCodeOf(plan);
}

type Values = ReturnType<typeof parseArgs<{ options: typeof MIGRATE_OPTIONS }>>['values'];

/** Whether the user is to choose the codemods: not where a program reads the plan, or nothing is to be asked. */
function isInteractive(values: Values): boolean {
  return !values.yes && !values['dry-run'] && !values.json;
}

/** @throws {Error} For a value that an option does not have. */
function planOptions(values: Values, root: string): PlanOptions {
  return {
    phase: oneOf('phase', values.phase, PHASES),
    csrf: oneOf('csrf', values.csrf, ['origin', 'token']),
    ...(values.topology !== undefined && { topology: oneOf('topology', values.topology, ['same-origin', 'same-site', 'cross-site']) }),
    ...(values['api-origin'] !== undefined && { apiOrigin: addressOf(values['api-origin']) }),
    ...(values['sign-in'] !== undefined && { signIn: pathOf(values['sign-in']) }),
    ...(values['same-site'] !== undefined && { sameSite: oneOf('same-site', values['same-site'], ['lax', 'strict', 'none']) }),
    exchange: values.exchange,
    tokenEndpoint: values['token-endpoint'],
    noBearer: values['no-bearer'],
    withMarks: values['with-marks'],
    settings: readProjectSettings(root),
  };
}

/** @throws {Error} For what is no address of an API. */
function addressOf(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '' || url.username !== '')
    throw new Error(`--api-origin ${value}: it has to be an address such as https://api.example.com or http://localhost:3000/api.`);
  return value.replace(/\/$/, '');
}

/** @throws {Error} For what is no path. */
function pathOf(value: string): string {
  if (!/^\/[^\s?#]*$/.test(value)) throw new Error(`--sign-in ${value}: it has to be a path of the server, such as /api/auth/login.`);
  return value;
}

async function planned(root: string, options: PlanOptions, { format, check }: Values): Promise<MigrationPlan> {
  const plan = planMigration(root, options);
  const laidOut = format ? stillParsing(await formatted(plan)) : plan;
  return check ? withOwnTools(laidOut) : laidOut;
}

/** @returns The codemods to apply, or null where the user gives up. */
async function pickCodemods(): Promise<string[] | null> {
  const { isCancel, multiselect } = await import('@clack/prompts');
  const names = Object.keys(codemods);
  const picked = await multiselect({
    message: 'What should be migrated? Leave all on unless you know better: they belong together.',
    options: names.map((name) => ({ value: name, label: name, hint: codemods[name]!.definition.description })),
    initialValues: names,
  });
  return isCancel(picked) ? null : picked;
}

/** Asks whether to write the plan, under a list of its files. Says so where nothing is written. */
async function askedWhether(
  plan: MigrationPlan,
  { canAsk, out, error }: CommandContext,
): Promise<'yes' | 'no' | 'given up' | 'cannot ask'> {
  if (!canAsk) {
    error('Nothing was written: there is no terminal to ask in. Add --yes to write, or --dry-run to only look.');
    return 'cannot ask';
  }
  const { confirm, isCancel } = await import('@clack/prompts');
  out(printFiles(plan));
  const count = plan.files.length;
  const answer = await confirm({ message: `Write ${count === 1 ? 'this file' : `these ${String(count)} files`}?`, initialValue: false });
  if (isCancel(answer)) return 'given up';
  if (!answer) out('Nothing was written.');
  return answer ? 'yes' : 'no';
}

/** Ctrl-C, as shells know it: https://tldp.org/LDP/abs/html/exitcodes.html. */
function gaveUp({ error }: CommandContext): ExitCode {
  error('Nothing was written.');
  return 130;
}

/** The plan for programs. */
function describe({ root, survey, files, ...plan }: MigrationPlan): object {
  return {
    topology: survey.topology,
    signIn: survey.server?.signIn?.path,
    files: files.map((file) => ({
      path: path.relative(root, file.path),
      status: file.before === undefined ? 'new' : file.after === undefined ? 'removed' : 'changed',
      because: file.because,
      diff: diffOf(root, file),
    })),
    ...plan,
  };
}
