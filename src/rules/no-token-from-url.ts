import { exposuresOfKind } from '../exposures/index.ts';
import { QUERY_TOKEN_HINT } from '../exposures/query-tokens.ts';
import { createRule } from '../lint/create-rule.ts';

export default createRule({
  name: 'no-token-from-url',
  description: 'Disallow a server that takes the session out of the address of a request',
  recommended: true,
  hint: QUERY_TOKEN_HINT,
  schema: [],
  defaultOptions: [],
  messages: {
    taken:
      'This lets `{{shown}}` sign a request in, so people put tokens into addresses, which stay in histories and in the logs of every ' +
      'server on the way. Take the session from an HttpOnly cookie alone; for a link or a socket, hand out a ticket that is good once.',
  },
  check: (file) =>
    exposuresOfKind(file, 'token-from-url').map(({ node, shown }) => ({ messageId: 'taken', range: node.range, data: { shown } })),
});
