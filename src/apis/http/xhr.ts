import { argumentAt, callsOf } from '../../syntax/functions.ts';
import { originOf } from '../../flow/origin.ts';
import type { HttpApi } from './http-api.ts';

/** `xhr.open(method, url)`, on which headers are set one by one: https://xhr.spec.whatwg.org */
export const xhrApi: HttpApi = {
  id: 'xhr',
  hint: /XMLHttpRequest/,
  label: 'XMLHttpRequest',
  credentials: { form: 'assignment', property: 'withCredentials', value: true },
  header: { form: 'call', method: 'setRequestHeader' },
  session: { form: 'alone' },
  *requests(file) {
    for (const call of callsOf(file)) {
      if (originOf(file, call.callee) !== 'XMLHttpRequest<new>.open') continue;
      const url = argumentAt(call, 1);
      const receiver = call.callee.type === 'MemberExpression' ? call.callee.object : undefined;
      yield { api: xhrApi, node: call, ...(url && { url }), ...(receiver && { receiver }) };
    }
  },
};
