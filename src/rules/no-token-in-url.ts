import type { UrlExposure } from '../exposures/index.ts';
import { exposuresOfKind } from '../exposures/index.ts';
import { URL_HINT } from '../exposures/urls.ts';
import { createRule } from '../lint/create-rule.ts';

const PARTS: Readonly<Record<UrlExposure['part'], string>> = {
  query: 'the query of a URL',
  hash: 'the hash of a URL',
  path: 'the path of a URL',
};

export default createRule({
  name: 'no-token-in-url',
  description: 'Disallow credentials in URLs, which are kept and passed on',
  recommended: true,
  severity: 'high',
  cwe: [598],
  hint: URL_HINT,
  schema: [],
  defaultOptions: [],
  messages: {
    inUrl:
      'This puts {{what}} into {{part}}, which stays in histories and in the logs of every server on the way: ' +
      '{{reason}}. Let an HttpOnly cookie carry the session, which the browser sends by itself.',
    inRedirect:
      'This sends the browser to {{part}} with {{what}} in it, where it stays in the history and every script of the ' +
      'page reads it: {{reason}}. Set an HttpOnly cookie in the answer that redirects.',
    inConnection:
      'This opens a connection with {{what}} in {{part}}, which stays in the logs of every server on the way: ' +
      '{{reason}}. The browser sends cookies with the handshake: let an HttpOnly cookie carry the session, or hand ' +
      'out a ticket that is good for one connection.',
  },
  check: (file) =>
    exposuresOfKind(file, 'token-in-url').map(({ node, part, goal, what, reason }) => ({
      messageId: goal === 'redirect' ? 'inRedirect' : goal === 'connection' ? 'inConnection' : 'inUrl',
      range: node.range,
      data: { what, part: PARTS[part], reason },
    })),
});
