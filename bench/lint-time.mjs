// node lint-time.mjs FOLDER PRESET MOST: time in our rules over time in the parser, on a code base: the one ratio that does not
// depend on the machine. Two rounds in one process: the first finds nothing compiled, the second everything.
import path from 'node:path';
import typescriptParser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import plugin from '../dist/index.js';
import { sources } from './sources.mjs';

/** What parses and rules of a file take at least, in milliseconds, to be counted as slow: below, a clock says little. */
const LEAST = 5;

/** Lints sources below the folder with a preset: as many as asked for, from all over it. */
async function lintTime(folder, preset, most = Infinity) {
  const everything = ['**/*.{js,jsx,ts,tsx,mjs,cjs,mts,cts}'];
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    ignore: false,
    stats: true,
    overrideConfig: [
      {
        files: everything,
        ...plugin.configs[preset],
        languageOptions: { parser: typescriptParser, sourceType: 'module', parserOptions: { ecmaFeatures: { jsx: true } } },
        linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
      },
      { files: ['**/*.ts'], languageOptions: { parserOptions: { ecmaFeatures: { jsx: false } } } },
    ],
  });
  const total = { files: 0, parse: 0, rules: 0, slow: [] };
  const all = sources(folder);
  const files = all.filter((_, i) => i % Math.ceil(all.length / most) === 0);
  for (const file of files) {
    // One by one: the trees of a thousand files do not fit into memory together.
    const [result] = await eslint.lintFiles([file]);
    const passes = result.stats?.times.passes ?? [];
    const parse = passes.reduce((sum, one) => sum + one.parse.total, 0);
    const rules = passes.flatMap((one) => Object.values(one.rules ?? {})).reduce((sum, one) => sum + one.total, 0);
    total.files++;
    total.parse += parse;
    total.rules += rules;
    if (rules > parse && rules > LEAST) total.slow.push({ file: path.relative(folder, file), ratio: rules / parse });
  }
  return total;
}

const [folder, preset, most] = process.argv.slice(2);
const cold = await lintTime(folder, preset, Number(most));
console.log(JSON.stringify({ cold, warm: await lintTime(folder, preset, Number(most)) }));
