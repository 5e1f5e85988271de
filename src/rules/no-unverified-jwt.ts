import { exposuresOfKind } from '../exposures/index.ts';
import { UNVERIFIED_HINT } from '../exposures/unverified-tokens.ts';
import { createRule } from '../lint/create-rule.ts';

export default createRule({
  name: 'no-unverified-jwt',
  description: 'Disallow a server that takes a token at its word: decoded but not verified, verified without a key, or past its end',
  recommended: true,
  severity: 'high',
  cwe: [347, 613],
  hint: UNVERIFIED_HINT,
  schema: [],
  defaultOptions: [],
  messages: {
    decoded:
      '`{{call}}` reads a token without checking its signature, and {{use}}: anybody can write such a token for any ' +
      'user. Verify it with its key and its algorithm, and use what the verification returns.',
    expiryIgnored:
      '`{{call}}` is told to take tokens that have expired, so one that was stolen once opens the API for good. ' +
      'Leave `ignoreExpiration` out, and renew sessions with a refresh token.',
    noneAllowed:
      '`{{call}}` is told that tokens need no signature (`none`), so anybody can write one for any user. Name the ' +
      'one algorithm that signs them.',
    noKey:
      '`{{call}}` is given no key, so there is nothing to check the signature with. Give it the key that signs the ' +
      'tokens, and stop the server when it is missing.',
  },
  check: (file) =>
    exposuresOfKind(file, 'unverified-jwt').map(({ node, problem, call, use = '' }) => ({
      messageId: problem,
      range: node.range,
      data: { call, use },
    })),
});
