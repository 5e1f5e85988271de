/** The files of a new codemod, by their paths: the transform, a case that fails, the page. */
export const codemodFiles = (name) => ({
  [`src/codemods/${name}.ts`]: `import { defineCodemod } from './define-codemod.ts';

export default defineCodemod({
  name: '${name}',
  description: 'What the app has afterwards',
  side: 'client',
  // Text without which a file is left as it is.
  hint: /localStorage/,
  apply(context) {
    if (context.facts.phase === 'server' || context.facts.phase === 'cleanup') return;
    // Ask a finder, edit ranges: context.changes.remove(node), context.todo(node, 'what a person has to decide').
  },
});
`,
  // Begin here: one folder for each trap, named after it.
  [`tests/codemods/${name}/the-plain-case/input.js`]: "localStorage.setItem('token', token);\nshow();\n",
  [`tests/codemods/${name}/the-plain-case/output.js`]: 'show();\n',
  [`docs/codemods/${name}.md`]: `# ${name}

What the app has afterwards.

## What it does

## The plain case

Before:

\`\`\`js client/a.js
localStorage.setItem('token', token);
show();
\`\`\`

After:

\`\`\`js client/a.js
show();
\`\`\`

## What it leaves to you
`,
});
