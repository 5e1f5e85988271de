import { APP_HINT, exposuresOfKind } from '../exposures/index.ts';
import { createRule } from '../lint/create-rule.ts';

export default createRule({
  name: 'require-trust-proxy',
  description: 'Require that an app with secure sessions behind a proxy trusts what the proxy says of the connection',
  recommended: true,
  severity: 'low',
  cwe: [614],
  hint: APP_HINT,
  isAboutApps: true,
  schema: [],
  defaultOptions: [],
  messages: {
    missing:
      'Its session is `secure: {{what}}` ({{where}}), and this app listens on plain HTTP and trusts no proxy: express-session ' +
      "then sets no cookie, and nobody stays signed in. Add `app.set('trust proxy', 1)`, with the number of proxies in front of the app.",
  },
  check: (file) =>
    exposuresOfKind(file, 'session-without-trust-proxy').map(({ node, what, where }) => ({
      messageId: 'missing',
      range: node.range,
      data: { what, where },
    })),
});
