import { exposuresOfKind } from '../exposures/index.ts';
import { MESSAGE_HINT } from '../exposures/messages.ts';
import { createRule } from '../lint/create-rule.ts';

export default createRule({
  name: 'no-token-in-message',
  description: 'Disallow credentials in messages to other windows: postMessage and BroadcastChannel',
  recommended: true,
  severity: 'medium',
  cwe: [200],
  hint: MESSAGE_HINT,
  schema: [],
  defaultOptions: [],
  messages: {
    sent:
      'This sends {{what}} to another window, and every script that listens there has it: {{reason}}. Let the server ' +
      'set an HttpOnly cookie, and send only word that somebody has signed in.',
    sentToAny:
      "This sends {{what}} to whichever page is in that window: the target origin is '*', so any site that opened or " +
      'framed this one receives it: {{reason}}. Let the server set an HttpOnly cookie, and send only word that ' +
      'somebody has signed in, to an origin that you name.',
    broadcast:
      'This broadcasts {{what}} to every window and worker of the origin: {{reason}}. The other tabs have the ' +
      "session's cookie already: tell them that it changed.",
  },
  check: (file) =>
    exposuresOfKind(file, 'token-in-message').map(({ node, channel, toAnyOrigin, what, reason }) => ({
      messageId: channel === 'broadcast' ? 'broadcast' : toAnyOrigin ? 'sentToAny' : 'sent',
      range: node.range,
      data: { what, reason },
    })),
});
