import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-unfinished-migration',
  valid: [
    { name: 'an ordinary TODO', code: '// TODO: migrate the session\nexport const a = 1;' },
    { name: 'the words in a text', code: 'export const help = "a TODO(httponly): comment is left";' },
  ],
  invalid: [
    {
      name: 'line comment',
      code: '// TODO(httponly): the socket still sends the token.\nexport const a = 1;',
      errors: [{ messageId: 'left', line: 1, column: 4, endLine: 1, endColumn: 19, data: { text: 'the socket still sends the token' } }],
    },
    {
      name: 'block comment, in a test file',
      filename: 'login.test.ts',
      code: 'export const a = 1;\n/* TODO(httponly): log in with an agent */',
      errors: [{ messageId: 'left', line: 2, column: 4, data: { text: 'log in with an agent' } }],
    },
    {
      name: 'JSX comment',
      code: 'export const App = () => <div>{/* TODO(httponly): ask */}</div>;',
      errors: [{ messageId: 'left', line: 1, column: 35, data: { text: 'ask' } }],
    },
    {
      name: 'no reason',
      code: '// TODO(httponly):\nexport const a = 1;',
      errors: [{ messageId: 'left', line: 1, column: 4, data: { text: 'no reason is given' } }],
    },
  ],
} satisfies RuleCases;
