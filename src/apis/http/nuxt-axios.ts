import { argumentAt, calleeName, callsOf } from '../../syntax/functions.ts';
import { memberName } from '../../syntax/nodes.ts';
import { describedClient } from './described-client.ts';

/**
 * https://axios.nuxtjs.org/helpers/: Nuxt 2's axios is injected as `$axios`; `setToken(token, 'Bearer')` sets the
 * header of all requests.
 */
export const nuxtAxiosApi = describedClient({
  id: 'nuxt-axios',
  hint: /\$axios\b/,
  label: '$axios',
  credentials: { form: 'option', path: ['withCredentials'], value: true },
  header: { form: 'option', path: ['headers'] },
  *tokens(file) {
    for (const call of callsOf(file)) {
      const { callee } = call;
      const value = argumentAt(call, 0);
      if (!value || callee.type !== 'MemberExpression' || calleeName(call) !== 'setToken') continue;
      const { object } = callee;
      const name = object.type === 'Identifier' ? object.name : object.type === 'MemberExpression' ? memberName(object) : undefined;
      const scheme = argumentAt(call, 1);
      const isBasic = scheme?.type === 'Literal' && typeof scheme.value === 'string' && /^basic$/i.test(scheme.value);
      if (name === '$axios' && !isBasic) yield { node: call, value, slot: '`$axios.setToken`', isForTokens: true };
    }
  },
});
