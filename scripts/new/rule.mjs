/** The files of a new rule, by their paths: the rule, a case that fails, the page. */
export const ruleFiles = (name) => ({
  [`src/rules/${name}.ts`]: `import { createRule } from '../lint/create-rule.ts';

export default createRule({
  name: '${name}',
  description: 'Disallow …',
  recommended: false,
  // Whether a script takes the session by it (high), or it makes that easier, and which weaknesses it is one of.
  severity: 'medium',
  cwe: [922],
  // Text without which the rule has nothing to say.
  hint: /localStorage/,
  schema: [],
  defaultOptions: [],
  messages: {
    // What is exposed, to whom, and what to do.
    exposed: 'This …: {{reason}}. Do … instead.',
  },
  // Ask the engine: exposuresOfKind(file, 'a kind of your own').map(…). Its owner is named in exposures/owners.ts.
  check: () => [],
});
`,
  [`tests/rules/${name}.cases.ts`]: `import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: '${name}',
  valid: [{ name: 'a look-alike', code: "localStorage.setItem('theme', 'dark');" }],
  invalid: [
    {
      // Begin here: the code that is wrong, and where.
      name: 'the plain case',
      code: "localStorage.setItem('token', token);",
      errors: [{ messageId: 'exposed', line: 1, column: 1 }],
    },
  ],
} satisfies RuleCases;
`,
  [`docs/rules/${name}.md`]: `## Rule details

What is exposed, and to whom.

### Incorrect

\`\`\`js client/a.js
localStorage.setItem('token', token);
\`\`\`

### Correct

\`\`\`js client/a.js
localStorage.setItem('theme', 'dark');
\`\`\`

## When not to use it

## Further reading

- [CWE-922](https://cwe.mitre.org/data/definitions/922.html): Insecure Storage of Sensitive Information
`,
});
