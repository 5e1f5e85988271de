import { APP_HINT, exposuresOfKind } from '../exposures/index.ts';
import { createRule } from '../lint/create-rule.ts';
import { listed } from '../lint/listed.ts';

export default createRule<[], 'unprotected'>({
  name: 'require-csrf-protection',
  description: 'Require an app that knows its users by a cookie to check where requests come from that change something',
  recommended: false,
  severity: 'high',
  cwe: [352],
  hint: APP_HINT,
  isAboutApps: true,
  schema: [],
  defaultOptions: [],
  messages: {
    unprotected:
      "Any site can have a signed-in user's browser call {{routes}} of this app: {{reason}}, and nothing checks " +
      "where a request comes from. Refuse unsafe requests whose Sec-Fetch-Site or Origin is another site's, or use " +
      '{{advice}}.',
  },
  check: (file) =>
    exposuresOfKind(file, 'app-without-csrf-check').map(({ node, reason, routes, app }) => ({
      messageId: 'unprotected',
      range: node.range,
      data: { reason, routes: listed(routes, 2), advice: ADVICE[app.id] ?? 'a CSRF middleware' },
    })),
});

const ADVICE: Readonly<Record<string, string>> = {
  express: 'csrf-csrf',
  nest: 'csrf-csrf',
  fastify: '@fastify/csrf-protection',
  koa: 'koa-csrf',
  hono: 'hono/csrf',
};
