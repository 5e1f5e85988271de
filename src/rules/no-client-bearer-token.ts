import { exposuresOfKind } from '../exposures/index.ts';
import { BEARER_HINT } from '../exposures/headers.ts';
import { isHeldInMemory } from '../exposures/held-in-memory.ts';
import { createRule } from '../lint/create-rule.ts';

export default createRule({
  name: 'no-client-bearer-token',
  description: 'Disallow browser code that sends a bearer token which script holds',
  recommended: true,
  severity: 'medium',
  cwe: [522],
  hint: BEARER_HINT,
  schema: [],
  defaultOptions: [],
  messages: {
    sent:
      'This sends {{what}} in the {{header}} header, so script must hold it, and any script of the page can take it: ' +
      '{{reason}}. Send the session as an HttpOnly cookie: drop the header and let the request carry credentials.',
    handed:
      'This hands {{what}} to the server in {{slot}}, so script must hold it, and any script of the page can take ' +
      'it: {{reason}}. Send the session as an HttpOnly cookie: drop this and let the request carry credentials.',
  },
  check: (file) =>
    exposuresOfKind(file, 'bearer-header')
      .filter((one) => !isHeldInMemory(one))
      .map(({ node, what, header, slot, reason }) =>
        slot === undefined
          ? { messageId: 'sent', range: node.range, data: { what, header, reason } }
          : { messageId: 'handed', range: node.range, data: { what, slot, reason } },
      ),
});
