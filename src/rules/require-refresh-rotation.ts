import { APP_HINT, exposuresOfKind } from '../exposures/index.ts';
import { createRule } from '../lint/create-rule.ts';

export default createRule<[], 'notRotated'>({
  name: 'require-refresh-rotation',
  description: 'Require a refresh endpoint to issue a new refresh token with each access token',
  recommended: false,
  severity: 'medium',
  cwe: [613],
  hint: APP_HINT,
  isAboutApps: true,
  schema: [],
  defaultOptions: [],
  messages: {
    notRotated:
      '{{route}} ({{where}}) issues an access token and leaves the refresh token as it was: whoever steals it can ' +
      'renew the session until it ends, and nobody notices. Issue a new refresh token each time, and refuse one that ' +
      'was used before.',
  },
  check: (file) =>
    exposuresOfKind(file, 'refresh-without-rotation').map(({ node, route, where }) => ({
      messageId: 'notRotated',
      range: node.range,
      data: { route, where },
    })),
});
