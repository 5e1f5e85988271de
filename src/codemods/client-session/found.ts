import type { SourceFile } from '../../syntax/source-file.ts';
import { isTokenName } from '../../apis/http/token-slots.ts';
import { clientSessionExposures } from '../../exposures/client-session.ts';
import type { MadeSession, Put, Way } from './made-sessions.ts';
import { isBelow, madeSessions } from './made-sessions.ts';
import type { SessionRead } from './session-reads.ts';
import { sessionReads } from './session-reads.ts';

/** What an app's sessions hold of tokens: who puts them there, which types promise them, who takes them out. */
export interface FoundSessions {
  readonly made: readonly MadeSession[];
  readonly puts: readonly Put[];
  /** Everything that is taken out of sessions. */
  readonly reads: readonly SessionRead[];
  /** Those that take a token out. */
  readonly tokenReads: readonly TokenRead[];
}

/** A place that takes a token out of a session. */
export interface TokenRead extends SessionRead {
  /** The way to the token in what stays on the server; undefined where that does not have it. */
  readonly from: Way | undefined;
}

/**
 * Finds what concerns tokens in sessions. Pure.
 *
 * @param isAlone Whether what makes sessions may be in files that are not seen.
 */
export function findSessions(files: readonly SourceFile[], isAlone = false): FoundSessions {
  const made = files.flatMap((file) => madeSessions(file));
  const reads = isAlone || made.length > 0 || files.some(promisesToken) ? sessionReads(files) : [];
  const found = foundOf(made, reads);
  // A token that pages read, and that nothing is seen to put there, may be part of the user whom the sign-in returned.
  return found.tokenReads.every(({ from }) => from)
    ? found
    : foundOf(
        files.flatMap((file) => madeSessions(file, true)),
        reads,
      );
}

function foundOf(made: readonly MadeSession[], reads: readonly SessionRead[]): FoundSessions {
  const puts = made.flatMap((one) => one.puts);
  return { made, puts, reads, tokenReads: reads.flatMap((read) => tokenRead(read, puts) ?? []) };
}

/** Whether a type of a file promises pages a token. */
export function promisesToken(file: SourceFile): boolean {
  return clientSessionExposures(file).some(({ form }) => form === 'type');
}

function tokenRead(read: SessionRead, puts: readonly Put[]): TokenRead | undefined {
  for (const { at, from, isWhole } of puts) {
    if (!at || !isBelow(at, read.path)) continue;
    const rest = read.path.slice(at.length);
    if (!isWhole && rest.length === 0) return { ...read, from };
    if (isWhole && rest.length > 0 && leadsToToken(read, rest)) return { ...read, from: from && [...from, ...rest] };
  }
  // What no callback is seen to put there, and is a token by its name.
  return read.source.side === 'page' && leadsToToken(read, read.path) && !isKnown(read, puts) ? { ...read, from: undefined } : undefined;
}

function isKnown({ path }: SessionRead, puts: readonly Put[]): boolean {
  return puts.some(({ at }) => at !== undefined && isBelow(at, path));
}

/** Whether the last step is the name of a credential. */
export function leadsToToken({ file }: Pick<SessionRead, 'file'>, way: Way): boolean {
  return isTokenName(file, way.at(-1) ?? '');
}
