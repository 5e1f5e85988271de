import { argumentAt, callsOf } from '../../syntax/functions.ts';
import { originOf } from '../../flow/origin.ts';
import { describedClient, shortcuts } from './described-client.ts';

/** Anything that the chain gives, which is a wretch again: almost every method returns a new one. */
const AUTH = /^wretch#(?:default)?\(\)(?:\..+)?\.auth$/;

/**
 * https://elbywan.github.io/wretch/api/interfaces/index.Wretch: a chain that each call makes anew; `.auth(value)` is the
 * Authorization header, `.headers({ … })` and `.options({ … })` are fetch's.
 */
export const wretchApi = describedClient({
  id: 'wretch',
  hint: /wretch/,
  label: 'wretch',
  credentials: { form: 'call', method: 'options', path: ['credentials'], value: 'include' },
  header: { form: 'call-object', method: 'headers' },
  factories: { 'wretch#': { url: 0, options: 1 } },
  *tokens(file) {
    for (const call of callsOf(file)) {
      const value = AUTH.test(originOf(file, call.callee) ?? '') ? argumentAt(call, 0) : undefined;
      if (value) yield { node: call, value, slot: 'the Authorization header', isForTokens: false };
    }
  },
  methods: shortcuts({ url: 0 }),
});
