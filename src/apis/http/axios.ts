import { argumentAt, callsOf } from '../../syntax/functions.ts';
import { propertyName } from '../../syntax/nodes.ts';
import type { CallNode } from '../../syntax/nodes.ts';
import { originOf } from '../../syntax/origin.ts';
import type { HttpApi, HttpRequest } from './http-api.ts';

/** Instances: the package's own, made ones, and the global of the script tag. */
const INSTANCE = /^axios(?:#(?:axios|Axios<new>|AxiosInstance<new>)?(?:\.?create\(\))?|\.create\(\))?$/;
const METHOD = /\.?(get|delete|head|options|post|put|patch|postForm|putForm|patchForm|request|getUri)$/;

/** The argument that holds the settings, by method: `post(url, data, config)`, `get(url, config)`, `request(config)`. */
const CONFIG_AT: Readonly<Record<string, number>> = { post: 2, put: 2, patch: 2, postForm: 2, putForm: 2, patchForm: 2, request: 0, getUri: 0 };

/** https://axios-http.com/docs/api_intro */
export const axiosApi: HttpApi = {
  id: 'axios',
  hint: /axios/i,
  label: 'axios',
  *requests(file) {
    for (const call of callsOf(file)) {
      const request = requestOf(call, originOf(file, call.callee));
      if (request) yield request;
    }
  },
  *clients(file) {
    for (const call of callsOf(file)) {
      if (!/^axios(?:#|\.|#axios\.)create$/.test(originOf(file, call.callee) ?? '')) continue;
      const options = argumentAt(call, 0);
      const base = options?.type === 'ObjectExpression' ? options.properties.find((property) => property.type === 'Property' && propertyName(property) === 'baseURL') : undefined;
      yield { api: axiosApi, node: call, ...(options && { options }), ...(base?.type === 'Property' && { base: base.value }) };
    }
  },
};

function requestOf(call: CallNode, origin: string | undefined): HttpRequest | undefined {
  if (!origin?.startsWith('axios') || call.type !== 'CallExpression') return undefined;
  const first = argumentAt(call, 0);
  if (INSTANCE.test(origin)) {
    // axios(config) or axios(url, config)
    const second = argumentAt(call, 1);
    const options = second ?? (first?.type === 'ObjectExpression' ? first : undefined);
    return { api: axiosApi, node: call, ...(first && first !== options && { url: first }), ...(options && { options }) };
  }
  const method = METHOD.exec(origin);
  if (!method || !INSTANCE.test(origin.slice(0, method.index))) return undefined;
  const at = CONFIG_AT[method[1]!] ?? 1;
  const options = argumentAt(call, at);
  return { api: axiosApi, node: call, ...(at > 0 && first && { url: first }), ...(options && { options }) };
}
