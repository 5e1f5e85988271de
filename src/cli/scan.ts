import path from 'node:path';
import type { PresetName } from '../configs.ts';
import { optionsIn, presets } from '../configs.ts';
import type { HttponlyRule } from '../lint/create-rule.ts';
import { pageOf } from '../lint/create-rule.ts';
import type { Finding } from '../lint/finding.ts';
import { isDisabled } from '../project/directives.ts';
import { discover } from '../project/discover.ts';
import { isStackOverflow, Project, TOO_DEEP } from '../project/project.ts';
import { readSuppressions, suppressedCount } from '../project/suppressions.ts';
import type { ScanFinding, ScanResult, UnreadFile } from '../report/scan-result.ts';
import { rules } from '../rules/index.ts';
import { standsIn } from '../syntax/hints.ts';
import type { Settings } from '../syntax/settings.ts';
import { DEFAULT_SETTINGS } from '../syntax/settings.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { isTestFile } from '../syntax/test-files.ts';
import { placeOf } from './code-place.ts';
import { flowOf } from './finding-flow.ts';

export interface ScanOptions {
  readonly paths?: readonly string[];
  readonly preset?: PresetName;
  /** The rules to ask, by their names, in place of a preset's. */
  readonly rules?: readonly string[];
  /** Whether a file's findings are wanted, by its path below the root; what others need of it is read all the same. */
  readonly isWanted?: (relative: string) => boolean;
  readonly settings?: Settings;
}

/**
 * Asks the rules of a preset about every file of a project, with the links between the files.
 *
 * @param root Absolute: the folder that paths, suppressions and results are relative to.
 * @throws {Error} When a path does not exist or the suppressions cannot be read.
 */
export function scan(root: string, options: ScanOptions = {}): ScanResult {
  const { paths = [], preset = 'recommended', isWanted = () => true, settings = DEFAULT_SETTINGS } = options;
  const suppressions = readSuppressions(root);
  const found = discover(root, paths);
  const project = new Project(root, found.files, settings, { others: found.others });
  project.learn();
  const names = options.rules ?? Object.keys(presets[preset]).map((id) => id.replace('httponly/', ''));
  const asked = names.map((name) => rules[name]!);
  const findings: ScanFinding[] = [];
  const failures: UnreadFile[] = [];
  let suppressed = 0;
  const inTests = asked.filter(({ definition }) => definition.inTests);
  const isAsked = (filePath: string): boolean =>
    settings.tests ||
    !isTestFile(filePath, root) ||
    inTests.some(({ definition }) => standsIn(project.textOf(filePath) ?? '', definition.hint));
  const wanted = found.files.filter((filePath) => isWanted(path.relative(root, filePath).replaceAll('\\', '/')));
  for (const file of project.files(undefined, wanted.filter(isAsked))) {
    const relative = path.relative(root, file.path);
    for (const rule of asked) {
      const all = findingsOf(rule, optionsIn(preset, rule.definition.name), file, project, failures);
      const open = all.filter(({ finding }) => !isDisabled(file, rule.definition.name, finding.range[0]));
      const kept = open.length > suppressedCount(suppressions, relative, rule.definition.name) ? open : [];
      suppressed += all.length - kept.length;
      for (const { finding, crossed } of kept) findings.push(present(root, rule, file, finding, crossed));
    }
    project.letGo();
  }
  findings.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
  const unread = project.skipped.filter((one) => wanted.includes(path.join(root, one.path)));
  return { root, files: wanted.length - unread.length, findings, suppressed, skipped: [...found.skipped, ...unread], failures };
}

/** What a rule says of a file, and which of it ESLint would not see. */
function findingsOf(
  rule: HttponlyRule<never>,
  told: object | undefined,
  file: SourceFile,
  project: Project,
  failures: UnreadFile[],
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

/** Where it is: what ESLint reports there in other words is seen by ESLint. */
function keyOf({ range }: Finding): string {
  return `${range[0]}:${range[1]}`;
}

function present(root: string, rule: HttponlyRule<never>, file: SourceFile, finding: Finding, crossed: boolean): ScanFinding {
  const { name, messages } = rule.definition;
  const said = ({ messageId, data = {} }: Pick<Finding, 'messageId'> & Partial<Pick<Finding, 'data'>>): string =>
    (messages as Record<string, string>)[messageId]!.replace(/\{\{(\w+)\}\}/g, (hole, key: string) => data[key] ?? hole);
  return {
    ...placeOf(root, file, finding.range),
    rule: name,
    messageId: finding.messageId,
    message: said(finding),
    data: finding.data,
    page: pageOf(name),
    severity: rule.definition.severity,
    crossed,
    flow: flowOf(root, file, finding),
    suggestions: (finding.suggestions ?? []).map((one) => ({
      message: said(one),
      edits: one.edits.map(({ range, text }) => ({ start: range[0], end: range[1], text })),
    })),
  };
}
