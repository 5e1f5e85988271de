// npm run bench [-- FOLDER…]: ratios measured in one run. FOLDER is a code base to lint, by default sources of our own
// dependencies, which hold little that concerns us; give an app for a harder test.
import { fileURLToPath } from 'node:url';
import { importTime } from './import-time.mjs';
import { lintTime } from './lint-time.mjs';

const own = ['../node_modules/eslint', '../node_modules/vitest', '../node_modules/@typescript-eslint'].map((folder) => fileURLToPath(new URL(folder, import.meta.url)));
const folders = process.argv.length > 2 ? process.argv.slice(2) : own;

console.log(`importing the plugin after ESLint: ${importTime().toFixed(1)} ms (bar: 10)`);
for (const preset of ['recommended', 'strict']) {
  const total = { files: 0, parse: 0, rules: 0 };
  for (const folder of folders) {
    const { files, parse, rules } = await lintTime(folder, preset);
    total.files += files;
    total.parse += parse;
    total.rules += rules;
  }
  console.log(`${preset}: rules ${total.rules.toFixed(0)} ms, parser ${total.parse.toFixed(0)} ms over ${total.files} files: ratio ${(total.rules / total.parse).toFixed(3)} (bar: 0.05)`);
}
