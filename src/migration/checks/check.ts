import type { MigrationOptions, Survey } from '../../project/migration-facts.ts';
import type { PlannedFile } from '../../project/planned-file.ts';
import type { Project } from '../../project/project.ts';
import type { SourceFile } from '../../syntax/source-file.ts';

/** What is checked of the planned texts. */
export type CheckKind =
  | 'parses'
  | 'imports what is there'
  | 'names what is defined'
  | 'declares once'
  | 'uses what it declares'
  | 'keeps arguments'
  | 'keeps requests'
  | 'keeps scripts classic'
  | 'stands where it may'
  | 'sends the cookie'
  | 'remembers sign-ins'
  | 'sets the cookie'
  | 'takes what is kept'
  | 'serves native apps'
  | 'keeps cookies that are read'
  | 'ends the session'
  | 'names what is left'
  | 'changes something on GET'
  | 'refuses a form of another site'
  | 'moves both sides';

/** A place at which a plan is not as it has to be. */
export interface CheckFailure {
  readonly kind: CheckKind;
  /** Relative to the root. */
  readonly file: string;
  /** In the planned text. */
  readonly line: number;
  readonly text: string;
  /** Whether people can use the app although it is left, where that is not as for others of its kind. */
  readonly isUsable?: boolean;
}

/** A source file that is planned: as it was, and as it will be. */
export interface PlannedSource {
  readonly path: string;
  /** Relative to the root. */
  readonly name: string;
  /** Undefined for one that is made. */
  readonly before: SourceFile | undefined;
  readonly after: SourceFile;
}

/** What a migration makes of a project, as one project. */
export interface PlannedProject {
  readonly root: string;
  readonly survey: Survey;
  /** With the codemods that were picked, where not all are applied. */
  readonly options: MigrationOptions & { readonly only?: readonly string[] };
  readonly planned: readonly PlannedFile[];
  /** The planned sources that parse. */
  readonly sources: readonly PlannedSource[];
  /** The whole project with the planned texts. */
  readonly project: Project;
  /** The files that the migration may concern, as they will be. */
  readonly concerned: readonly SourceFile[];
}

/** One thing that has to hold of a plan. */
export interface Check {
  readonly kind: CheckKind;
  /** Whether a failure stops the whole plan; else the place is named as left. */
  readonly stops: boolean;
  run(result: PlannedProject): Iterable<CheckFailure>;
}
