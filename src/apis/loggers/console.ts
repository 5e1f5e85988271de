import { callsOf } from '../../syntax/functions.ts';
import { originOf } from '../../flow/origin.ts';
import type { LoggerApi } from './logger-api.ts';
import { argumentsOf } from './logger-api.ts';

const WRITES = /^console\.(log|info|warn|error|debug|trace|dir|dirxml|table|group|groupCollapsed|assert|timeLog)$/;

/** https://console.spec.whatwg.org, in browsers, where error trackers and support tools collect it, and in servers. */
export const consoleApi: LoggerApi = {
  id: 'console',
  hint: /\bconsole\b/,
  *calls(file) {
    for (const node of callsOf(file)) {
      const method = WRITES.exec(originOf(file, node.callee) ?? '')?.[1];
      // What is asserted, and the name of a timer, is not written.
      if (method !== undefined)
        yield { node, log: `console.${method}`, logged: argumentsOf(node, method === 'assert' || method === 'timeLog' ? 1 : 0) };
    }
  },
};
