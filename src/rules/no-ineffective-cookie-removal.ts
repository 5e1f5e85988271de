import { COOKIE_REMOVAL_HINT } from '../exposures/cookie-removals.ts';
import { exposuresOfKind } from '../exposures/index.ts';
import { createRule } from '../lint/create-rule.ts';

export default createRule({
  name: 'no-ineffective-cookie-removal',
  description: 'Disallow taking a cookie away with other attributes than it was set with, or an HttpOnly one by script',
  recommended: true,
  severity: 'medium',
  cwe: [613],
  hint: COOKIE_REMOVAL_HINT,
  schema: [],
  defaultOptions: [],
  messages: {
    attributes:
      'This leaves the cookie {{name}} where it is: it was set with `{{lacking}}` ({{where}}), and a cookie of another domain or path is ' +
      'another cookie. Whoever signs out stays signed in. Give this the same `domain` and `path`.',
    script:
      'No script can take the cookie {{name}} away, as the server sets it with HttpOnly ({{where}}): whoever signs out stays signed in. ' +
      'Ask the server to clear it.',
  },
  check: (file) =>
    exposuresOfKind(file, 'cookie-stays').map(({ form, node, name, lacking, where }) => ({
      messageId: form,
      range: node.range,
      data: { name: `'${name}'`, lacking, where },
    })),
});
