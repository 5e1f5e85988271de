import path from 'node:path';
import type { PresetName } from '../configs.ts';
import { optionsIn, presets } from '../configs.ts';
import type { HttponlyRule } from '../lint/create-rule.ts';
import { pageOf } from '../lint/create-rule.ts';
import type { Finding } from '../lint/finding.ts';
import { isDisabled } from '../project/directives.ts';
import { discover } from '../project/discover.ts';
import type { SkippedFile } from '../project/project.ts';
import { isStackOverflow, Project, TOO_DEEP } from '../project/project.ts';
import { readSuppressions, suppressedCount } from '../project/suppressions.ts';
import { rules } from '../rules/index.ts';
import { standsIn } from '../syntax/hints.ts';
import type { Settings } from '../syntax/settings.ts';
import { DEFAULT_SETTINGS } from '../syntax/settings.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { positionOf } from '../syntax/source-file.ts';
import { isTestFile } from '../syntax/test-files.ts';

/** A finding as people and programs get it. Lines count from 1, columns from 1, as editors show them. */
export interface ScanFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: string;
  readonly messageId: string;
  readonly message: string;
  readonly page: string;
  /** Whether another file was needed to see it, so that ESLint, which sees one file, does not. */
  readonly crossed: boolean;
}

export interface ScanResult {
  readonly root: string;
  /** How many files were looked at. */
  readonly files: number;
  readonly findings: readonly ScanFinding[];
  /** Findings that comments or eslint-suppressions.json switch off. */
  readonly suppressed: number;
  readonly skipped: readonly SkippedFile[];
  /** Rules that threw on a file: a defect of ours, named rather than hidden. */
  readonly failures: readonly SkippedFile[];
}

export interface ScanOptions {
  readonly paths?: readonly string[];
  readonly preset?: PresetName;
  readonly settings?: Settings;
}

/**
 * Asks the rules of a preset about every file of a project, with the links between the files.
 *
 * @param root Absolute: the folder that paths, suppressions and results are relative to.
 * @throws {Error} When a path does not exist or the suppressions cannot be read.
 */
export function scan(root: string, { paths = [], preset = 'recommended', settings = DEFAULT_SETTINGS }: ScanOptions = {}): ScanResult {
  const suppressions = readSuppressions(root);
  const found = discover(root, paths);
  const project = new Project(root, found.files, settings, { others: found.others });
  project.learn();
  const asked = Object.keys(presets[preset]).map((id) => rules[id.replace('httponly/', '')]!);
  const findings: ScanFinding[] = [];
  const failures: SkippedFile[] = [];
  let suppressed = 0;
  const inTests = asked.filter(({ definition }) => definition.inTests);
  const isAsked = (filePath: string): boolean =>
    settings.tests ||
    !isTestFile(filePath, root) ||
    inTests.some(({ definition }) => standsIn(project.textOf(filePath) ?? '', definition.hint));
  for (const file of project.files(undefined, found.files.filter(isAsked))) {
    const relative = path.relative(root, file.path);
    for (const rule of asked) {
      const all = findingsOf(rule, optionsIn(preset, rule.definition.name), file, project, failures);
      const open = all.filter(({ finding }) => !isDisabled(file, rule.definition.name, finding.range[0]));
      const kept = open.length > suppressedCount(suppressions, relative, rule.definition.name) ? open : [];
      suppressed += all.length - kept.length;
      for (const { finding, crossed } of kept) findings.push(present(rule, file, relative, finding, crossed));
    }
    project.letGo();
  }
  findings.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
  const unread = project.skipped.filter((one) => found.files.includes(path.join(root, one.path)));
  return { root, files: found.files.length - unread.length, findings, suppressed, skipped: [...found.skipped, ...unread], failures };
}

/** What a rule says of a file, and which of it ESLint would not see. */
function findingsOf(
  rule: HttponlyRule<never>,
  told: object | undefined,
  file: SourceFile,
  project: Project,
  failures: SkippedFile[],
): { finding: Finding; crossed: boolean }[] {
  const { definition } = rule;
  if (!definition.inTests && !file.settings.tests && isTestFile(file.path, project.root)) return [];
  // Merged as ESLint merges them.
  const options = (told ? [{ ...(definition.defaultOptions as readonly object[])[0], ...told }] : definition.defaultOptions) as never;
  const check = (one: SourceFile): readonly Finding[] => definition.check(one, options);
  try {
    const linked = check(file);
    if (linked.length === 0) return [];
    const alone = new Set(check(withoutLinks(file)).map(keyOf));
    return linked.map((finding) => ({ finding, crossed: !alone.has(keyOf(finding)) }));
  } catch (error) {
    if (isStackOverflow(error)) {
      project.skip(file.path, TOO_DEEP);
      return [];
    }
    failures.push({
      path: path.relative(project.root, file.path),
      reason: `${definition.name} failed: ${(error as Error).stack ?? String(error)}`,
    });
    return [];
  }
}

const unlinked = new WeakMap<SourceFile, SourceFile>();

/** The same file as ESLint sees it: by itself. */
function withoutLinks(file: SourceFile): SourceFile {
  let alone = unlinked.get(file);
  if (!alone) {
    // As it is described, not as it is: what is made when it is asked for stays so.
    const own: PropertyDescriptorMap = Object.getOwnPropertyDescriptors(file);
    delete own['links'];
    delete own['facts'];
    unlinked.set(file, (alone = Object.create(Object.prototype, own) as SourceFile));
  }
  return alone;
}

function keyOf({ range, messageId }: Finding): string {
  return `${range[0]}:${range[1]}:${messageId}`;
}

function present(rule: HttponlyRule<never>, file: SourceFile, relative: string, finding: Finding, crossed: boolean): ScanFinding {
  const { name, messages } = rule.definition;
  const start = positionOf(file, finding.range[0]);
  const end = positionOf(file, finding.range[1]);
  const message = (messages as Record<string, string>)[finding.messageId]!.replace(
    /\{\{(\w+)\}\}/g,
    (hole, key: string) => finding.data[key] ?? hole,
  );
  return {
    file: relative,
    line: start.line,
    column: start.column + 1,
    endLine: end.line,
    endColumn: end.column + 1,
    rule: name,
    messageId: finding.messageId,
    message,
    page: pageOf(name),
    crossed,
  };
}
