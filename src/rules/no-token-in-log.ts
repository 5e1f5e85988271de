import { exposuresOfKind } from '../exposures/index.ts';
import { LOG_HINT } from '../exposures/logs.ts';
import { createRule } from '../lint/create-rule.ts';

export default createRule({
  name: 'no-token-in-log',
  description: 'Disallow writing credentials to logs and consoles',
  recommended: true,
  severity: 'high',
  cwe: [532],
  hint: LOG_HINT,
  schema: [],
  defaultOptions: [],
  messages: {
    logged:
      'This writes {{what}} to {{log}}, and whoever reads the log, or gets a copy of it, is that user until it ' +
      'expires: {{reason}}. Log whether there is one, or whose it is, and leave the value out.',
  },
  check: (file) =>
    exposuresOfKind(file, 'token-in-log').map(({ node, what, log, reason }) => ({
      messageId: 'logged',
      range: node.range,
      data: { what, log, reason },
    })),
});
