import { packagedLogger } from './logger-api.ts';

/** https://github.com/pimterry/loglevel */
export const loglevel = packagedLogger({ id: 'loglevel', hint: /loglevel/, instances: /^loglevel#(?:getLogger\(\))?$/ });
