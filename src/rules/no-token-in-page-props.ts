import { exposuresOfKind } from '../exposures/index.ts';
import { PAGE_PROPS_HINT } from '../exposures/page-props.ts';
import { createRule } from '../lint/create-rule.ts';

export default createRule({
  name: 'no-token-in-page-props',
  description: 'Disallow credentials in what a server hands to a page: getServerSideProps, loaders, props of client components',
  recommended: true,
  severity: 'high',
  cwe: [200],
  hint: PAGE_PROPS_HINT,
  schema: [],
  defaultOptions: [],
  messages: {
    handed:
      'This hands {{what}} to the page through {{way}}, which writes it into the HTML, where every script reads it ' +
      'and caches keep it: {{reason}}. Use it on the server, and hand over what it was needed for.',
  },
  check: (file) =>
    exposuresOfKind(file, 'token-in-page-props').map(({ node, way, what, reason }) => ({
      messageId: 'handed',
      range: node.range,
      data: { way, what, reason },
    })),
});
