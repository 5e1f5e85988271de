import { exposuresOfKind } from '../exposures/index.ts';
import { PERSISTED_HINT } from '../exposures/persisted-state.ts';
import { createRule } from '../lint/create-rule.ts';

export default createRule({
  name: 'no-token-in-persisted-state',
  description: "Disallow credentials in the parts of a store's state that a library writes to the browser's storage",
  recommended: true,
  severity: 'high',
  cwe: [922],
  hint: PERSISTED_HINT,
  schema: [],
  defaultOptions: [],
  messages: {
    persisted:
      'With {{library}}, `{{name}}` of this state is written to a storage that any script of the page can read: ' +
      '{{reason}}. Leave it out of what is persisted, and let the server keep the session in an HttpOnly cookie.',
  },
  check: (file) =>
    exposuresOfKind(file, 'persisted-state').map(({ node, library, name, reason }) => ({
      messageId: 'persisted',
      range: node.range,
      data: { library, name, reason },
    })),
});
