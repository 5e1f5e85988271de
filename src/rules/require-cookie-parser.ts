import { APP_HINT, exposuresOfKind } from '../exposures/index.ts';
import { createRule } from '../lint/create-rule.ts';

export default createRule({
  name: 'require-cookie-parser',
  description: 'Require that something parses cookies in an Express app that reads `req.cookies`',
  recommended: true,
  severity: 'low',
  cwe: [287],
  hint: APP_HINT,
  isAboutApps: true,
  schema: [],
  defaultOptions: [],
  messages: {
    missing:
      'This app reads `{{what}}` ({{where}}), and nothing in it parses cookies: `req.cookies` is undefined, so nobody is ever signed in. ' +
      'Add `app.use(cookieParser())` of cookie-parser in front of the routes.',
  },
  check: (file) =>
    exposuresOfKind(file, 'app-without-cookie-parser').map(({ node, what, where }) => ({
      messageId: 'missing',
      range: node.range,
      data: { what, where },
    })),
});
