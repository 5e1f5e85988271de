import { mentions } from '../syntax/hints.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile } from '../syntax/source-file.ts';
import { isWorker } from '../syntax/workers.ts';
import type { BearerExposure } from './exposure.ts';
import { renewsByCookie, touchesStorage } from './headers.ts';
import { PERSISTED_HINT, persistedExposures } from './persisted-state.ts';
import { STORAGE_HINT } from './storage.ts';

/**
 * Whether what a request carries is kept where we would advise it: in a worker, whose variables no script of the page can read, or
 * in memory in an app that renews it by an HttpOnly cookie and keeps no token in a storage.
 */
export function isHeldInMemory({ file, credential }: BearerExposure): boolean {
  return credential?.source !== 'storage' && (isWorker(file) || isRenewedElsewhere(file));
}

/** Another file of the package renews the token. Where the file does so itself, `bearerExposures` has nothing to say. */
const isRenewedElsewhere = perFile(
  (file): boolean =>
    file.facts !== undefined &&
    file.facts.filesAbout(file, /refresh/i).some(renewsByCookie) &&
    !file.facts.filesAbout(file, STORAGE_HINT).some(touchesStorage) &&
    !file.facts.filesAbout(file, PERSISTED_HINT).some(persistsTokens),
);

function persistsTokens(file: SourceFile): boolean {
  return mentions(file, PERSISTED_HINT) && persistedExposures(file).length > 0;
}
