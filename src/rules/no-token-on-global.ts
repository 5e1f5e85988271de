import { exposuresOfKind } from '../exposures/index.ts';
import { GLOBAL_HINT } from '../exposures/globals.ts';
import { createRule } from '../lint/create-rule.ts';

export default createRule({
  name: 'no-token-on-global',
  description: 'Disallow credentials on `window`, `document` and in `data-*` attributes',
  recommended: true,
  severity: 'medium',
  cwe: [668],
  hint: GLOBAL_HINT,
  schema: [],
  defaultOptions: [],
  messages: {
    shared:
      'This puts {{what}} on {{place}}, where every script of the page finds it without looking for it: {{reason}}. ' +
      'Keep the session in an HttpOnly cookie; what only some modules need, let them import.',
  },
  check: (file) =>
    exposuresOfKind(file, 'token-on-global').map(({ node, what, place, reason }) => ({
      messageId: 'shared',
      range: node.range,
      data: { what, place, reason },
    })),
});
