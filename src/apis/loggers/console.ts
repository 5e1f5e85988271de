import { callsAmong } from '../../syntax/known-calls.ts';
import type { LoggerApi } from './logger-api.ts';
import { argumentsOf } from './logger-api.ts';

const METHODS = new Set(['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'dirxml', 'table', 'group', 'groupCollapsed', 'assert', 'timeLog']);

/** https://console.spec.whatwg.org, in browsers, where error trackers and support tools collect it, and in servers. */
export const consoleApi: LoggerApi = {
  id: 'console',
  hint: /\bconsole\b/,
  *calls(file) {
    for (const { node, origin } of callsAmong(file, METHODS)) {
      const method = origin.startsWith('console.') ? origin.slice('console.'.length) : '';
      // What is asserted, and the name of a timer, is not written.
      if (METHODS.has(method)) yield { node, log: `console.${method}`, logged: argumentsOf(node, method === 'assert' || method === 'timeLog' ? 1 : 0) };
    }
  },
};
