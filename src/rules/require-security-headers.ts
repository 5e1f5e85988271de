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

/** Where there are no headers at all, a policy is not all that is missing. */
const ALL_HEADERS: Readonly<Record<string, string>> = {
  Next: '`X-Content-Type-Options: nosniff`, `X-Frame-Options` and a Content-Security-Policy in `headers()` of the configuration',
};

/** What sends data alone has nothing for a policy to hold back. */
const HEADERS_OF_DATA: Readonly<Record<string, string>> = { Hono: '`app.use(secureHeaders())`' };

type MessageIds = 'missing' | 'missingForData' | 'policyOff' | 'unsafeInline' | 'noPolicy';

const MESSAGES: Readonly<Record<HeadersExposure['state'], MessageIds>> = {
  missing: 'missing',
  off: 'policyOff',
  'unsafe-inline': 'unsafeInline',
  none: 'noPolicy',
};

export default createRule<[], MessageIds>({
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
    missingForData:
      'This {{label}} API signs users in and sends no security headers: without `Strict-Transport-Security` a browser may send ' +
      'passwords and tokens in clear, and without `X-Content-Type-Options: nosniff` it may take an answer for a page. Add {{advice}}.',
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
    exposuresOfKind(file, 'app-without-headers').map((exposure) => ({
      messageId: messageFor(exposure),
      range: exposure.node.range,
      data: { label: exposure.label, where: exposure.where, advice: adviceFor(exposure) },
    })),
});

function messageFor({ state, forPages }: HeadersExposure): MessageIds {
  return state === 'missing' && !forPages ? 'missingForData' : MESSAGES[state];
}

function adviceFor({ label, state, forPages }: HeadersExposure): string {
  const whole = state === 'missing' ? (forPages ? ALL_HEADERS : HEADERS_OF_DATA)[label] : undefined;
  return whole ?? HELMET[label] ?? 'helmet';
}
