import { packagedLogger } from './logger-api.ts';

/** https://getpino.io: `pino()` and its children. Its `redact` option is known by the paths that it names. */
export const pino = packagedLogger({ id: 'pino', hint: /pino/, instances: /^pino#(?:pino)?\(\)$/ });
