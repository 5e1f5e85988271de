import { HTML_HINT } from '../exposures/html.ts';
import { exposuresOfKind } from '../exposures/index.ts';
import { createRule } from '../lint/create-rule.ts';

export default createRule({
  name: 'no-unsanitized-html',
  description: 'Disallow writing HTML that is neither constant nor sanitized',
  recommended: false,
  severity: 'high',
  cwe: [79],
  hint: HTML_HINT,
  beyondCredentials: true,
  schema: [],
  defaultOptions: [],
  messages: {
    unsanitized:
      "This writes HTML through {{sink}} that is neither constant nor sanitized: a script in it runs as the page's " +
      'own, takes every token that the page holds and acts as whoever looks at it. Write text, or pass it through a ' +
      'sanitizer such as DOMPurify.',
  },
  check: (file) =>
    exposuresOfKind(file, 'unsanitized-html').map(({ range, sink }) => ({ messageId: 'unsanitized', range, data: { sink } })),
});
