// npm run bench [-- FOLDER…]: ratios measured in one run. FOLDER is a code base to lint, by default sources of our own
// dependencies, which hold little that concerns us; give an app for a harder test.
import { fileURLToPath } from 'node:url';
import { engineTime, importTime } from './import-time.mjs';
import { lintTime } from './lint-time.mjs';
import { emptyTransformTime, measured, planTime } from './migrate-time.mjs';

const own = ['../node_modules/eslint', '../node_modules/vitest', '../node_modules/@typescript-eslint'].map((folder) =>
  fileURLToPath(new URL(folder, import.meta.url)),
);
const folders = process.argv.length > 2 ? process.argv.slice(2) : own;

console.log(
  `importing the plugin after ESLint: ${importTime().toFixed(1)} ms (bar: 10); ` +
    `loading the engine with the first file: ${engineTime().toFixed(1)} ms`,
);
for (const preset of ['recommended', 'strict']) {
  const total = { files: 0, parse: 0, rules: 0 };
  for (const folder of folders) {
    const { files, parse, rules } = await lintTime(folder, preset);
    total.files += files;
    total.parse += parse;
    total.rules += rules;
  }
  console.log(
    `${preset}: rules ${total.rules.toFixed(0)} ms, parser ${total.parse.toFixed(0)} ms over ${total.files} files: ` +
      `ratio ${(total.rules / total.parse).toFixed(3)} (bar: 0.05)`,
  );
}

const small = measured(2500, (root) => ({ ...planTime(root), empty: emptyTransformTime(root) }));
console.log(
  `planning a migration of 2,500 files: ${small.time.toFixed(0)} ms (bar: 1000), ` +
    `${small.memory.toFixed(0)} MB (bar: 200), ${small.changed} files change`,
);
console.log(
  `against jscodeshift with an empty transform (${small.empty.toFixed(0)} ms): ratio ${(small.time / small.empty).toFixed(3)} (bar: 0.1)`,
);
const large = measured(25_000, (root) => planTime(root, 1));
console.log(`at ten times the files: ${(large.time / small.time).toFixed(1)} times the time (bar: 10), ${large.memory.toFixed(0)} MB`);
