import { callsOf } from '../../syntax/functions.ts';
import { originOf } from '../../flow/origin.ts';
import type { LoggerApi } from './logger-api.ts';
import { argumentsOf } from './logger-api.ts';

/** https://github.com/debug-js/debug: `debug('app:auth')('message %o', value)`. */
export const debug: LoggerApi = {
  id: 'debug',
  hint: /['"]debug['"]/,
  *calls(file) {
    for (const node of callsOf(file)) {
      if (/^debug#(?:debug)?\(\)(?:\.extend\(\))*$/.test(originOf(file, node.callee) ?? ''))
        yield { node, log: 'the debug log', logged: argumentsOf(node) };
    }
  },
};
