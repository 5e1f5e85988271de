import type { FileLine } from './file-lines.ts';

/** Why a migration is not made. */
export type RefusalReason =
  | 'no server'
  | 'other server'
  | 'no client'
  | 'unknown client'
  | 'several clients'
  | 'no session route'
  | 'session of another router'
  | 'in a cookie already'
  | 'sign-in elsewhere'
  | 'phase out of order'
  | 'unparsable source'
  | 'unchangeable file'
  | 'unparsable result'
  | 'unsound result'
  | 'classic script'
  | 'template'
  | 'one side alone'
  | 'not whole'
  | 'no place for a file'
  | 'part of a workspace';

/** One reason for which nothing at all is written: what is there, where, and what to do. */
export interface Refusal {
  readonly reason: RefusalReason;
  /** The side that cannot be done. */
  readonly side: 'server' | 'client' | 'both';
  readonly places: readonly FileLine[];
  readonly text: string;
}

/** What to do where the pages cannot go along. */
export const SERVER_ALONE =
  '`httponly migrate --phase server` moves the server alone: it takes a cookie beside the token, and pages that ' +
  'send the token go on working.';
