import { exposuresOfKind } from '../exposures/index.ts';
import { SECRET_HINT } from '../exposures/secrets.ts';
import { createRule } from '../lint/create-rule.ts';

export default createRule({
  name: 'no-hardcoded-secret',
  description: 'Disallow signing and session secrets that are written in the code, or that fall back to a text that is',
  recommended: true,
  severity: 'high',
  cwe: [798, 1188],
  hint: SECRET_HINT,
  schema: [],
  defaultOptions: [],
  messages: {
    literal:
      '{{taker}} gets a secret that is written in the code, so everybody who can read the code can sign sessions for ' +
      'any user{{weak}}. Read it from the environment, and stop the server when it is missing.',
    fallback:
      '{{taker}} gets a secret that falls back to a text in the code when {{variable}} is not set, so everybody who ' +
      'can read the code can then sign sessions for any user{{weak}}. Stop the server instead when it is missing.',
  },
  check: (file) =>
    exposuresOfKind(file, 'hardcoded-secret').map(({ node, form, taker, variable, isParameter, isPlaceholder }) => ({
      messageId: form,
      range: node.range,
      data: {
        taker: `\`${taker}\``,
        variable: variable === undefined ? (isParameter ? 'the parameter' : 'the value before it') : `\`${variable}\``,
        weak: isPlaceholder ? '; and this one is weak enough to be guessed' : '',
      },
    })),
});
