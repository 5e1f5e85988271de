import { defineConfig } from 'tsdown';

/**
 * The rules with the whole engine behind them, in one file that the lint door loads on demand: CommonJS, because that can
 * be loaded in the middle of a call.
 */
export default defineConfig({
  entry: { rules: 'src/rules/index.ts' },
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  dts: false,
  minify: true,
  shims: true,
});
