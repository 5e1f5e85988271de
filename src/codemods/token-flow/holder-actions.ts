import type { SourceFile } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import type { CallIndex } from './calls.ts';
import type { Holder } from './holder.ts';
import type { Holders } from './holders.ts';
import type { Removal } from './removal.ts';

/** What is done with a holder of a token: it goes, it becomes the session, or a person has to see to it. */
export type Action = 'remove' | 'session' | 'flag' | 'keep';

/** What was found out of the holders before any of them is written anew. */
export interface Decisions {
  readonly contexts: ReadonlyMap<SourceFile, CodemodContext>;
  readonly holders: Holders;
  readonly index: CallIndex;
  readonly removal: Removal;
  readonly actions: ReadonlyMap<Holder, Action>;
  /** Whether the app has a session of its own, which nobody has to be told of. */
  readonly hasOwnSession: boolean;
  /** The type of the claims that a holder's token is decoded to. */
  readonly claims: ReadonlyMap<Holder, string | undefined>;
}
