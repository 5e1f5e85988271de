import { defineConfig } from 'tsdown';

export default defineConfig([
  {
    // The lint door: one file, nothing of the migration in it.
    entry: { index: 'src/index.ts' },
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    dts: true,
    minify: true,
    fixedExtension: false,
  },
  {
    // The command, whose parts load when they are asked for.
    entry: { cli: 'src/cli/main.ts' },
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    dts: false,
    fixedExtension: false,
    clean: false,
    banner: '#!/usr/bin/env node',
  },
]);
