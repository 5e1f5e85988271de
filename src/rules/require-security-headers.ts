import { exposuresOfKind, HEADERS_HINT } from '../exposures/index.ts';
import type { HeadersExposure } from '../exposures/index.ts';
import { createRule } from '../lint/create-rule.ts';

/** helmet for each framework, by the framework's label. */
const HELMET: Readonly<Record<string, string>> = {
  Express: '`app.use(helmet())`',
  Nest: '`app.use(helmet())`',
  Fastify: '`app.register(helmet)` of @fastify/helmet',
  Koa: '`app.use(helmet())` of koa-helmet',
  Hono: '`app.use(secureHeaders({ contentSecurityPolicy: { … } }))`',
  Next: 'a Content-Security-Policy in `headers()` of the configuration, or with a nonce in the middleware',
};

const MESSAGES: Readonly<Record<HeadersExposure['state'], 'missing' | 'policyOff' | 'unsafeInline' | 'noPolicy'>> = {
  missing: 'missing',
  off: 'policyOff',
  'unsafe-inline': 'unsafeInline',
  none: 'noPolicy',
};

export default createRule<[], 'missing' | 'policyOff' | 'unsafeInline' | 'noPolicy'>({
  name: 'require-security-headers',
  description: 'Require an app that signs users in to send security headers, with a Content-Security-Policy that stops inline scripts',
  recommended: false,
  severity: 'low',
  cwe: [693],
  hint: HEADERS_HINT,
  isAboutApps: true,
  schema: [],
  defaultOptions: [],
  messages: {
    missing:
      'This {{label}} app signs users in and sends no security headers: a browser guesses the content type of what it sends, ' +
      'lets other sites frame it, and runs scripts that got into it. Add {{advice}}.',
    policyOff:
      'This {{label}} app switches the Content-Security-Policy off ({{where}}): nothing stops an injected script ' +
      "from acting as the user. Keep helmet's default policy, or write one.",
    unsafeInline:
      "The Content-Security-Policy of this {{label}} app allows 'unsafe-inline' scripts ({{where}}): an injected " +
      "script runs as the page's own. Allow the page's inline scripts by nonce or hash.",
    noPolicy:
      'This {{label}} app sends security headers ({{where}}), but no Content-Security-Policy: nothing stops an ' +
      'injected script from acting as the user. Add {{advice}}.',
  },
  check: (file) =>
    exposuresOfKind(file, 'app-without-headers').map(({ node, label, state, where }) => ({
      messageId: MESSAGES[state],
      range: node.range,
      data: { label, where, advice: HELMET[label] ?? 'helmet' },
    })),
});
