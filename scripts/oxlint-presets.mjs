// node scripts/oxlint-presets.mjs: writes the presets as configurations that .oxlintrc.json can extend. Part of the build.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import plugin from '../dist/index.js';

const folder = fileURLToPath(new URL('../dist/oxlint/', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [name, { rules }] of Object.entries(plugin.configs))
  // The plugin is found beside the preset, wherever a package manager puts the two.
  writeFileSync(`${folder}${name}.json`, `${JSON.stringify({ jsPlugins: ['../index.js'], rules }, undefined, 2)}\n`);
