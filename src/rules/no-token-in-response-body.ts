import { exposuresOfKind, rangeOf } from '../exposures/index.ts';
import { BODY_HINT } from '../exposures/response-bodies.ts';
import { createRule } from '../lint/create-rule.ts';

export default createRule({
  name: 'no-token-in-response-body',
  description: "Disallow session credentials in the bodies of a server's answers, where scripts read them",
  recommended: true,
  severity: 'medium',
  cwe: [200],
  hint: BODY_HINT,
  schema: [],
  defaultOptions: [],
  messages: {
    sent:
      'This answers with `{{name}}` in the body, so any script of the page can read and keep it: {{reason}}. Set it ' +
      'as an HttpOnly cookie instead, and answer with `expires_at` where the page has to know when it ends. For programs ' +
      'that need the token, give them an endpoint of their own (settings.httponly.programmaticEndpoints).',
    header:
      'This answers with `{{name}}` in the header {{header}}, which any script of the page reads off the answer and ' +
      'can keep: {{reason}}. Set it as an HttpOnly cookie instead.',
    returned:
      'This service returns `{{name}}` ({{reason}}), and what a service returns is what controllers answer ' +
      'with: then any script of the page can read and keep it. Have the controller set it as an HttpOnly cookie, and ' +
      'return `expires_at` where the page has to know when it ends. For programs that need the token, give them an ' +
      'endpoint of their own (settings.httponly.programmaticEndpoints).',
  },
  check: (file) => [
    ...exposuresOfKind(file, 'response-body').map((exposure) => ({
      messageId: exposure.form,
      range: rangeOf(exposure),
      data: { name: exposure.credential.name, reason: exposure.credential.reason },
    })),
    ...exposuresOfKind(file, 'response-header').map((exposure) => ({
      messageId: 'header' as const,
      range: rangeOf(exposure),
      data: { name: exposure.name, header: exposure.header, reason: exposure.reason },
    })),
  ],
});
