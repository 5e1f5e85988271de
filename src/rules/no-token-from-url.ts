import { exposuresOfKind } from '../exposures/index.ts';
import { PAGE_ADDRESS_HINT } from '../exposures/page-address-tokens.ts';
import { createRule } from '../lint/create-rule.ts';

export default createRule({
  name: 'no-token-from-url',
  description: 'Disallow taking the session out of an address, on a server and in pages',
  recommended: true,
  severity: 'high',
  cwe: [598],
  hint: PAGE_ADDRESS_HINT,
  schema: [],
  defaultOptions: [],
  messages: {
    taken:
      'This lets `{{shown}}` sign a request in, so people put tokens into addresses, which stay in histories and in the logs of every ' +
      'server on the way. Take the session from an HttpOnly cookie alone; for a link or a socket, hand out a ticket that is good once.',
    kept:
      'This reads the parameter `{{key}}` of the address of the page and keeps it in {{storage}}: the address stays in the history ' +
      'of the browser, in the logs of every server on the way, and goes out in `Referer`. Let the server set the session as an ' +
      'HttpOnly cookie before it redirects here.',
  },
  check: (file) => [
    ...exposuresOfKind(file, 'token-from-url').map(({ node, shown }) => ({
      messageId: 'taken' as const,
      range: node.range,
      data: { shown },
    })),
    ...exposuresOfKind(file, 'token-from-page-address').map(({ node, key, storage }) => ({
      messageId: 'kept' as const,
      range: node.range,
      data: { key, storage },
    })),
  ],
});
