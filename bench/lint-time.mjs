// Time in our rules over time in the parser, on a code base: the one ratio that does not depend on the machine.
import typescriptParser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import plugin from '../dist/index.js';
import { sources } from './sources.mjs';

/** Lints sources below the folder with a preset: as many as asked for, from all over it. */
export async function lintTime(folder, preset, most = Infinity) {
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
  let parse = 0;
  let rules = 0;
  const all = sources(folder);
  const files = all.filter((_, i) => i % Math.ceil(all.length / most) === 0);
  for (const file of files) {
    // One by one: the trees of a thousand files do not fit into memory together.
    const [result] = await eslint.lintFiles([file]);
    for (const pass of result.stats?.times.passes ?? []) {
      parse += pass.parse.total;
      rules += Object.values(pass.rules ?? {}).reduce((sum, { total }) => sum + total, 0);
    }
  }
  return { files: files.length, parse, rules, ratio: rules / parse };
}
