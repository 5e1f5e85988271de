import type { Note } from '../codemods/define-codemod.ts';
import type { SurveyedSession } from '../project/client-session-survey.ts';
import type { Survey } from '../project/migration-facts.ts';
import type { PlannedFile } from '../project/planned-file.ts';
import type { SkippedFile } from '../project/project.ts';
import type { CheckKind } from './checks/index.ts';
import type { Refusal } from './refusal.ts';

/** What is left for a person, and by which check it was found: `hosting` is outside of the code, `topology` was not found. */
export interface Leftover {
  readonly kind: CheckKind | 'hosting' | 'topology' | 'second plan' | 'own tools';
  readonly file?: string;
  readonly line?: number;
  readonly text: string;
  /** Whether people can use the app although it is left, where that is not as for others of its kind. */
  readonly isUsable?: boolean;
}

/** Everything that a migration would do, before it does it. */
export interface MigrationPlan {
  readonly root: string;
  readonly survey: Survey;
  /** The app whose session has a token of its backend, where that is what is migrated. */
  readonly session?: SurveyedSession;
  readonly files: readonly PlannedFile[];
  /** What a person has to do, with the place. */
  readonly todos: readonly Note[];
  readonly skipped: readonly SkippedFile[];
  /** What a person has to see to, and that no mark in the code says. */
  readonly left: readonly Leftover[];
  /** Why nothing is written at all. */
  readonly refusals: readonly Refusal[];
  /** What people who use the app will notice. */
  readonly effects: readonly string[];
  /** Packages that have to be installed, by the folder of their package.json. */
  readonly installs: readonly { readonly directory: string; readonly packages: readonly string[] }[];
  /** What the project's own tools said, where they were asked. */
  readonly checked?: readonly string[];
  /** Lines for the environment of the server. */
  readonly environment: readonly string[];
}
