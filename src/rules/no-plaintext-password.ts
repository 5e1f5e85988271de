import { exposuresOfKind } from '../exposures/index.ts';
import { PASSWORD_HINT } from '../exposures/passwords.ts';
import { createRule } from '../lint/create-rule.ts';

export default createRule({
  name: 'no-plaintext-password',
  description: 'Disallow a server that keeps, compares or logs passwords as they were typed',
  recommended: false,
  severity: 'high',
  cwe: [256, 532],
  hint: PASSWORD_HINT,
  schema: [],
  defaultOptions: [],
  messages: {
    stored:
      "`{{name}}` is kept as it was typed, so whoever reads the database has every user's password, here and " +
      'wherever else it is used. Keep a hash that is made for passwords: argon2id, scrypt or bcrypt.',
    compared:
      '`{{name}}` is compared as it was typed, so the database must hold passwords that anybody who reads it can ' +
      "use. Keep a hash (argon2id, scrypt or bcrypt), and compare with the library's own function.",
    logged:
      '`{{name}}` is logged as it was typed, and logs are read, copied and kept by more people and for longer than ' +
      'any database. Leave it out.',
  },
  check: (file) =>
    exposuresOfKind(file, 'plaintext-password').map(({ node, problem, name }) => ({
      messageId: problem,
      range: node.range,
      data: { name },
    })),
});
