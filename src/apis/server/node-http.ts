import { argumentAt, callsOf } from '../../syntax/functions.ts';
import { memberName } from '../../syntax/nodes.ts';
import { chainRoot, responseAt } from './exchange.ts';
import type { ServerApi } from './server-api.ts';

/** Node's own server, https://nodejs.org/api/http.html#class-httpserverresponse: `res.end(text)`, `res.write(text)`. */
export const nodeHttp: ServerApi = {
  id: 'node-http',
  hint: /\.end|\.write/i,
  *responses(file) {
    for (const call of callsOf(file)) {
      if (call.callee.type !== 'MemberExpression' || !/^(?:end|write)$/.test(memberName(call.callee) ?? '')) continue;
      const body = argumentAt(call, 0);
      const response = body && responseAt(file, chainRoot(call.callee.object));
      if (body && response) yield { api: nodeHttp, node: call, body: { file, node: body }, ...response };
    }
  },
};
