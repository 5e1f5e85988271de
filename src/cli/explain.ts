import path from 'node:path';
import type { Colors } from 'picocolors/types.d.ts';
import type { Evidence } from '../exposures/credential.ts';
import { isCredential, NOT_A_CREDENTIAL } from '../exposures/credential.ts';
import { article } from '../exposures/named-evidence.ts';
import type { FollowedStep } from '../exposures/followed.ts';
import { followedFrom } from '../exposures/followed.ts';
import { discover } from '../project/discover.ts';
import { Project } from '../project/project.ts';
import type { Settings } from '../syntax/settings.ts';
import { positionOf, textOf } from '../syntax/source-file.ts';
import { valuesIn } from './values-in.ts';

/** A line of a file, as `--explain` names it. */
export interface ExplainedLine {
  /** Absolute. */
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
}

/**
 * Reads `FILE:LINE`.
 *
 * @throws {Error} When it is something else.
 */
export function explainedLine(root: string, text: string): ExplainedLine {
  const found = /^(.+?):(\d+)(?::\d+)?$/.exec(text);
  if (!found) throw new Error(`--explain ${text}: it takes a file and a line, as src/api.ts:12.`);
  return { file: path.resolve(root, found[1]!), line: Number(found[2]) };
}

/**
 * What is known of each value on a line, and how it was followed there.
 *
 * @throws {Error} When the file is none of the project's, or has no such line.
 */
export function explainValues(
  root: string,
  { file: filePath, line }: ExplainedLine,
  settings: Settings | undefined,
  colors: Colors,
): string[] {
  const project = new Project(root, discover(root).files, settings);
  project.learn();
  const relative = path.relative(project.root, filePath);
  const file = project.paths.includes(filePath) ? project.file(filePath) : undefined;
  if (!file) throw new Error(`--explain ${relative}: ${reasonAgainst(project, relative)}`);
  const source = file.text.split('\n')[line - 1];
  if (source === undefined) throw new Error(`--explain ${relative}:${String(line)}: the file has no such line.`);
  const values = valuesIn(file, file.ast, (node) => positionOf(file, node.range[0]).line === line);
  return [
    colors.bold(`${relative}:${String(line)}`),
    `  ${source.trim()}`,
    '',
    ...(values.length === 0 ? ['  There is no value on this line that could be followed.'] : []),
    ...values.flatMap((node) => explained(project.root, followedFrom(file, node), colors)),
  ];
}

function reasonAgainst(project: Project, relative: string): string {
  return project.skipped.find((one) => one.path === relative)?.reason ?? 'it is no source file of this project.';
}

function explained(root: string, steps: readonly FollowedStep[], colors: Colors): string[] {
  const [first, ...more] = steps;
  if (!first) return [];
  return [
    `  ${colors.cyan(shortened(first))}  ${said(first.evidence)}`,
    ...more.map((step) => colors.dim(`      ${placeOf(root, step)}  ${shortened(step)}`)),
  ];
}

function said(evidence: Evidence): string {
  if (isCredential(evidence)) return `is taken for ${article(evidence.kind)}: ${evidence.reason}`;
  return evidence === NOT_A_CREDENTIAL ? 'is no credential' : 'is unknown: nothing says that it is a credential';
}

function placeOf(root: string, { at }: FollowedStep): string {
  return `${path.relative(root, at.file.path)}:${String(positionOf(at.file, at.node.range[0]).line)}`;
}

/** The text of a step on one line, with the part that is meant: `login(form) → data.token`. */
function shortened({ at }: FollowedStep): string {
  const text = textOf(at.file, at.node).replace(/\s+/g, ' ');
  const short = text.length > 70 ? `${text.slice(0, 67)}…` : text;
  return at.path.length > 0 ? `${short} → ${at.path.join('.')}` : short;
}
