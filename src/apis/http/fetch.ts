import { argumentAt, callsOf } from '../../syntax/functions.ts';
import { originOf } from '../../syntax/origin.ts';
import type { HttpApi } from './http-api.ts';

const FETCHES = new Set(['fetch', 'Request', 'node-fetch#', 'cross-fetch#', 'cross-fetch#fetch', 'isomorphic-fetch#', 'unfetch#', 'whatwg-fetch#fetch']);

/** `fetch(url, init)` and `new Request(url, init)`: https://fetch.spec.whatwg.org */
export const fetchApi: HttpApi = {
  id: 'fetch',
  hint: /fetch|\bRequest\b/,
  label: 'fetch',
  *requests(file) {
    for (const call of callsOf(file)) {
      if (!FETCHES.has(originOf(file, call.callee) ?? '')) continue;
      const url = argumentAt(call, 0);
      const options = argumentAt(call, 1);
      yield { api: fetchApi, node: call, ...(url && { url }), ...(options && { options }) };
    }
  },
};
