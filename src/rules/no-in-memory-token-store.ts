import { exposuresOfKind } from '../exposures/index.ts';
import { STORE_HINT } from '../exposures/memory-stores.ts';
import { createRule } from '../lint/create-rule.ts';

export default createRule({
  name: 'no-in-memory-token-store',
  description: 'Disallow keeping sessions, refresh tokens or the list of revoked tokens in the memory of one process',
  recommended: false,
  severity: 'low',
  cwe: [613],
  hint: STORE_HINT,
  schema: [],
  defaultOptions: [],
  messages: {
    collection:
      '`{{name}}` is kept in the memory of one process: a restart forgets which tokens were revoked or issued, and a ' +
      "second process never knew. Keep it in a database or Redis, with the tokens' own expiry.",
    attempts:
      '`{{name}}` counts in the memory of one process: each restart and each further process gives an attacker who guesses ' +
      'passwords a new allowance. Count in a database or Redis, for the account and for the address.',
    session:
      '`{{name}}` without a `store` keeps sessions in the memory of one process, grows until the process ends, and ' +
      'signs everybody out when it does; its own documentation says not to use it in production. Give it a store.',
    rateLimit:
      '`{{name}}` without a `store` counts in the memory of one process: each restart and each further process gives ' +
      'an attacker who guesses passwords a new allowance. Give it a store that all share.',
  },
  check: (file) =>
    exposuresOfKind(file, 'memory-store').map(({ node, form, name }) => ({ messageId: form, range: node.range, data: { name } })),
});
