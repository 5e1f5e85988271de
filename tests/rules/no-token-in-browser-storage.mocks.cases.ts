import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-token-in-browser-storage',
  valid: [
    {
      name: 'a text that says that it is a mock, with the time behind it',
      filename: 'src/login.tsx',
      code: "export function login(user) {\n  localStorage.setItem('token', 'mock-token-' + Date.now());\n  localStorage.setItem('user', user.name);\n}\n",
    },
    {
      name: 'the same in a template, through a variable, and read again',
      filename: 'src/fake-backend.js',
      code: "export function login(user) {\n  const accessToken = `fake_jwt_${user.id}_${Date.now()}`;\n  sessionStorage.setItem('accessToken', accessToken);\n}\nexport const isSignedIn = () => sessionStorage.getItem('accessToken') !== null;\n",
    },
    {
      name: 'a sum of several',
      filename: 'src/auth.js',
      code: "const token = 'simulated-jwt-token-' + user.id + '-' + Math.random();\nlocalStorage.setItem('jwt', token);\n",
    },
  ],
  invalid: [
    {
      name: 'a token of the server behind the word',
      filename: 'src/login.js',
      code: "export const keep = (answer) => localStorage.setItem('token', `demo-${answer.accessToken}`);\n",
      errors: [{ messageId: 'written', line: 1, column: 33 }],
    },
    {
      name: 'a mock beside what the server sends',
      filename: 'src/login.js',
      code: "export const keep = (answer) => localStorage.setItem('token', answer.token || `mock-token-${Date.now()}`);\nexport const read = () => localStorage.getItem('token');\n",
      errors: [
        { messageId: 'written', line: 1, column: 33 },
        { messageId: 'read', line: 2, column: 27 },
      ],
    },
    {
      name: 'a text of which nobody says what it is',
      filename: 'src/login.js',
      code: "export const keep = (id) => localStorage.setItem('token', `session-${id}`);\n",
      errors: [{ messageId: 'written', line: 1, column: 29 }],
    },
  ],
} satisfies RuleCases;
