import { argumentAt, callsOf } from '../../syntax/functions.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { shapeOf } from '../../flow/objects.ts';
import { staticText } from '../../flow/static-text.ts';
import { describedClient, shortcuts } from './described-client.ts';
import type { TokenSlot } from './http-api.ts';
import { isTokenName } from './token-slots.ts';

/** A method of a request or an agent, whatever was called on it before. */
const METHOD = /^superagent(?:#|\.|-promise#).*(?:\.|#)(auth|set)$/;

/**
 * https://forwardemail.github.io/superagent/: a request is told things by calls on it, an agent by the same calls
 * (https://github.com/forwardemail/superagent/blob/master/src/agent-base.js).
 */
export const superagentApi = describedClient({
  id: 'superagent',
  hint: /superagent/i,
  label: 'superagent',
  credentials: { form: 'call', method: 'withCredentials' },
  header: { form: 'call', method: 'set' },
  objects: ['superagent#', 'superagent', 'superagent#agent()', 'superagent#agent<new>', 'superagent-promise#()'],
  methods: shortcuts({ url: 0 }, ['get', 'head', 'options', 'post', 'put', 'patch', 'del', 'delete']),
  *tokens(file) {
    for (const call of callsOf(file)) {
      const method = METHOD.exec(originOf(file, call.callee) ?? '')?.[1];
      const [first, second] = [argumentAt(call, 0), argumentAt(call, 1)];
      if (!method || !first || !second) continue;
      const slot = method === 'auth' ? isBearer(file, second) : headerSlot(file, first);
      if (slot) yield { node: call, value: method === 'auth' ? first : second, ...slot };
    }
  },
});

/** `.auth(token, { type: 'bearer' })`; without a type it is a name and a password. */
function isBearer(file: SourceFile, options: Parameters<typeof staticText>[1]): Pick<TokenSlot, 'slot' | 'isForTokens'> | undefined {
  const type = shapeOf({ file, node: options })?.entries.get('type');
  return type && staticText(type.file, type.value) === 'bearer' ? { slot: "superagent's `auth`", isForTokens: true } : undefined;
}

/** `.set('token', value)`: here every name is a header's. */
function headerSlot(file: SourceFile, name: Parameters<typeof staticText>[1]): Pick<TokenSlot, 'slot' | 'isForTokens'> | undefined {
  const header = staticText(file, name);
  return header !== undefined && isTokenName(file, header) ? { slot: `the ${header} header`, isForTokens: false } : undefined;
}
