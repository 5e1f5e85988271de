import { exposuresOfKind } from '../exposures/index.ts';
import { JWT_HINT } from '../exposures/jwt-calls.ts';
import { createRule } from '../lint/create-rule.ts';

export default createRule({
  name: 'no-symmetric-jwt',
  description: 'Disallow signing tokens with HMAC (HS256, HS384, HS512), where whoever can verify a token can also make one',
  recommended: false,
  severity: 'low',
  cwe: [321, 327],
  profilesOnly: true,
  hint: JWT_HINT,
  schema: [],
  defaultOptions: [],
  messages: {
    symmetric:
      '`{{call}}` signs with {{algorithm}}, so every service that verifies these tokens holds the key that makes ' +
      'them. Sign with a private key (EdDSA, ES256 or RS256), and give the others the public one.',
  },
  check: (file) =>
    exposuresOfKind(file, 'symmetric-algorithm').map(({ node, algorithm, call }) => ({
      messageId: 'symmetric' as const,
      range: node.range,
      data: { algorithm, call },
    })),
});
