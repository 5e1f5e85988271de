import { defineConfig } from 'tsdown';

const codemods = ['bearer-to-cookie', 'token-response-to-cookie', 'cookie-auth', 'credentialed-cors', 'harden-cookies', 'require-env-secret'];

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
  {
    // The transforms, for jscodeshift: one module each, named by its id.
    entry: Object.fromEntries(codemods.map((name) => [`codemods/${name}`, `src/codemods/${name}.ts`])),
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    dts: false,
    fixedExtension: false,
    clean: false,
    copy: [{ from: 'src/codemods/transform.d.ts', to: 'dist' }],
  },
]);
