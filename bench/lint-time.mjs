// Time in our rules over time in the parser, on a code base: the one ratio that does not depend on the machine.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import typescriptParser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import plugin from '../dist/index.js';

const SKIPPED = /^(?:node_modules|\.git|dist|build|coverage)$/;

function sources(folder, found = []) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory() && !SKIPPED.test(entry.name)) sources(file, found);
    else if (entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name) && !/\.d\.[cm]?ts$|\.min\./.test(entry.name)) found.push(file);
  }
  return found;
}

/** Lints every source below the folder with a preset. */
export async function lintTime(folder, preset) {
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
  const files = sources(folder);
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
