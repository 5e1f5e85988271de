import { exposuresOfKind } from '../exposures/index.ts';
import { CLAIMS_HINT } from '../exposures/sensitive-claims.ts';
import { createRule } from '../lint/create-rule.ts';

export default createRule({
  name: 'no-sensitive-jwt-claims',
  description:
    'Disallow passwords, secrets, health and card data, and whole user records in the payload of a signed token, which anybody can read',
  recommended: true,
  severity: 'medium',
  cwe: [200, 522],
  hint: CLAIMS_HINT,
  schema: [],
  defaultOptions: [],
  messages: {
    claim:
      '`{{name}}` goes into a token that `{{call}}` signs but does not encrypt: the browser, its extensions, proxies ' +
      "and logs can read it. Put the user's id into the token, and look the rest up on the server.",
    document:
      "The whole record `{{name}}` goes into a token that `{{call}}` signs but does not encrypt, with the password's " +
      "hash and all that is added to it later, for anybody to read. List the claims that are needed: the user's id, " +
      'perhaps a role.',
  },
  check: (file) =>
    exposuresOfKind(file, 'sensitive-claim').map(({ node, form, name, call }) => ({
      messageId: form,
      range: node.range,
      data: { name, call },
    })),
});
