import path from 'node:path';
import { parseFile } from '../parsing/parse.ts';
import type { MigrationOptions, Survey } from '../project/migration-facts.ts';
import type { PlannedFile } from '../project/planned-file.ts';
import { Project } from '../project/project.ts';
import type { Settings } from '../syntax/settings.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { CheckFailure, PlannedSource } from './checks/check.ts';
import { checks } from './checks/index.ts';
import { PROGRAM, unparsable } from './checks/parses.ts';

/** What is checked. */
export interface Checked {
  readonly survey: Survey;
  readonly options: MigrationOptions & { readonly only?: readonly string[] };
  readonly settings: Settings;
  readonly planned: readonly PlannedFile[];
  /** The project as it is. */
  readonly before: Project;
  /** The files that the migration may concern, as they are. */
  readonly files: readonly SourceFile[];
}

/** What the checks of a plan found. */
export interface CheckResult {
  /** Why the plan is not to be written. */
  readonly stopping: readonly CheckFailure[];
  /** What a person has to see to. */
  readonly left: readonly CheckFailure[];
  /** The project as it would be; none where its texts do not parse. */
  readonly project?: Project;
}

/** Reads the planned texts as one project and asks every check about them. */
export function checkedResult({ survey, options, settings, planned, before, files }: Checked): CheckResult {
  const { root, paths } = before;
  const texts = new Map(planned.flatMap(({ path: file, after }) => (after === undefined ? [] : [[file, after] as const])));
  const gone = new Set(planned.filter(({ after }) => after === undefined).map((file) => file.path));
  const here = new Set([...paths, ...[...texts.keys()].filter((file) => PROGRAM.test(file))]);
  const project = new Project(root, [...here].filter((file) => !gone.has(file)).toSorted(), settings, { planned: texts, before });
  // What follows is of texts that parse: of others it would say what is not so.
  const broken = [
    ...unparsable(
      root,
      planned.filter((file) => !(PROGRAM.test(file.path) && project.file(file.path))),
    ),
  ];
  if (broken.length > 0) return { stopping: broken, left: [] };
  project.learn();
  const concerned = new Set([...files.map((file) => file.path), ...texts.keys()].filter((file) => project.has(file)));
  const result = {
    root,
    survey,
    options,
    planned,
    project,
    sources: plannedSources(root, planned, files, project),
    concerned: [...concerned].flatMap((file) => project.file(file) ?? []),
  };
  const stopping: CheckFailure[] = [];
  const left: CheckFailure[] = [];
  for (const check of checks) (check.stops ? stopping : left).push(...check.run(result));
  return { stopping, left: left.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line), project };
}

function plannedSources(root: string, planned: readonly PlannedFile[], files: readonly SourceFile[], project: Project): PlannedSource[] {
  const known = new Map(files.map((file) => [file.path, file]));
  return planned.flatMap(({ path: file, before, after }): PlannedSource[] => {
    const parsed = after !== undefined && PROGRAM.test(file) ? project.file(file) : undefined;
    if (!parsed) return [];
    const was = known.get(file) ?? (before === undefined ? undefined : parsedBefore(file, before, parsed));
    return [{ path: file, name: path.relative(root, file).split(path.sep).join('/'), before: was, after: parsed }];
  });
}

function parsedBefore(file: string, before: string, { settings }: SourceFile): SourceFile | undefined {
  try {
    return parseFile(file, before.replace(/^\uFEFF/, ''), { settings });
  } catch {
    return undefined;
  }
}
