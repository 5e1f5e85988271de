import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../../src/migration/outcome.ts';
import type { MigrationPlan } from '../../../src/migration/migration-plan.ts';
import { planSessions } from '../../../src/migration/plan.ts';
import { applyPlan } from '../../../src/project/apply.ts';
import { discover } from '../../../src/project/discover.ts';
import { Project } from '../../../src/project/project.ts';
import { rules } from '../../../src/rules/index.ts';
import { temporaryProject } from '../../support/temporary-project.ts';
import { BACKEND, baseOf } from './bases.ts';

const folder = fileURLToPath(new URL('cases/', import.meta.url));

/** Files that are generated the same for each app: how they are made is tested by running them. */
const GENERATED =
  /(?:^|\/)(?:lib\/(?:backend-(?:token(?:-of-request)?|cookies)|renewed-once)\.[jt]s|api\/backend\/\[\.{3}path\].*|server\/\w+-c\w+\.js)$/;

/** What a case says before the first of its files. */
interface Case {
  readonly name: string;
  readonly base: string;
  /** Whether the backend is to set a cookie; it is in the repository, unless a case says that it is not. */
  readonly cookie: boolean;
  readonly files: Readonly<Record<string, string>>;
}

/** `base: 4-app-ts`, and `cookie` where that is asked, then `--- path` before each file. An empty file is not there. */
function readCase(name: string): Case {
  const text = readFileSync(path.join(folder, name), 'utf8');
  const [head = '', ...parts] = text.split(/^--- /m);
  const files = Object.fromEntries(parts.map((part) => [part.slice(0, part.indexOf('\n')).trim(), part.slice(part.indexOf('\n') + 1)]));
  return { name: name.replace(/\.before\.txt$/, ''), base: /base: (\S+)/.exec(head)![1]!, cookie: /^cookie$/m.test(head), files };
}

const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.before.txt'))
  .toSorted()
  .map(readCase);

type Variant = (text: string) => string;

const allOf = ({ base, cookie }: Pick<Case, 'base' | 'cookie'>): Record<string, string> => ({ ...baseOf(base), ...(cookie && BACKEND) });

function appOf(one: Case, variant: Variant): string {
  const all = { ...allOf(one), ...one.files };
  return temporaryProject(
    Object.fromEntries(
      Object.entries(all).flatMap(([file, text]) => (text.trim() === '' ? [] : [[file, file.endsWith('.json') ? text : variant(text)]])),
    ),
  );
}

function planned(root: string, { cookie }: Case): MigrationPlan | undefined {
  return planSessions(root, { phase: 'all', csrf: 'origin', exchange: false, tokenEndpoint: false, noBearer: false, cookie });
}

/** What a plan comes to, as a text. */
function told(root: string, plan: MigrationPlan | undefined, one: Case): string {
  if (!plan) return 'nothing to do\n';
  const name = (file: string): string => path.relative(root, file).split(path.sep).join('/');
  // What no case says for itself changes the same in each.
  const { files } = one;
  const base = allOf(one);
  const isOfBase = (file: string): boolean => !(file in files) && file in base;
  const changed = plan.files.filter(({ path: file }) => !GENERATED.test(name(file)) && !isOfBase(name(file)));
  const made = plan.files.map(({ path: file }) => name(file)).filter((file) => GENERATED.test(file));
  return [
    `exit ${String(exitCodeOf(plan))}`,
    ...plan.refusals.map(({ reason, text }) => `refused: ${reason}${reason === 'not whole' ? '' : `: ${text}`}`),
    ...plan.todos.map(({ file, line, reason }) => `left: ${file}:${String(line)} ${reason}`),
    ...plan.left.map(({ file, line, kind, text }) => `left: ${file ?? ''}:${String(line)} ${kind}: ${text}`),
    ...made.map((file) => `generated: ${file}`),
    ...plan.files.flatMap(({ path: file }) => (isOfBase(name(file)) ? [`changed: ${name(file)}`] : [])),
    ...changed.map(({ path: file, after }) => `--- ${name(file)}\n${after ?? '(gone)\n'}`),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

const unix: Variant = (text) => text.replaceAll('\r\n', '\n');
const spaces: Variant = (text) => text.replace(/^\t+/gm, (white) => '  '.repeat(white.length));

describe.each(cases)('$name', (one) => {
  const wanted = path.join(folder, `${one.name}.after.txt`);

  it('as written', () => {
    const root = appOf(one, (text) => text);
    const text = told(root, planned(root, one), one);
    if (process.env['WRITE_CASES'] !== undefined || !existsSync(wanted)) writeFileSync(wanted, text);
    expect(text).toBe(readFileSync(wanted, 'utf8'));
  });

  it('with CRLF', () => {
    const root = appOf(one, (text) => text.replaceAll('\n', '\r\n'));
    const plan = planned(root, one);
    expect(unix(told(root, plan, one))).toBe(readFileSync(wanted, 'utf8'));
    // JSON has the line ends here that it is written with.
    for (const { path: file, after = '' } of plan?.files ?? [])
      if (!file.endsWith('.json')) expect(after.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('with tabs', () => {
    const root = appOf(one, (text) => text.replace(/^(?: {2})+/gm, (white) => '\t'.repeat(white.length / 2)));
    expect(spaces(told(root, planned(root, one), one))).toBe(spaces(readFileSync(wanted, 'utf8')));
  });

  it('twice, and what it writes is silent under strict', () => {
    const root = appOf(one, (text) => text);
    const plan = planned(root, one);
    if (!plan || plan.files.length === 0) return;
    applyPlan(plan, { isWhole: true });
    expect(planned(root, one)?.files ?? []).toEqual([]);
    const project = new Project(root, discover(root).files);
    project.learn();
    const found = ['no-token-in-client-session', 'no-client-bearer-token'].flatMap((rule) =>
      [...project.files()].flatMap((file) =>
        rules[rule]!.definition.check(file, rules[rule]!.definition.defaultOptions).map(
          ({ range }) => `${rule}: ${file.text.slice(...range)}`,
        ),
      ),
    );
    expect(found).toEqual([]);
  });
});
