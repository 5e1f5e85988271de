// npm run bench [-- FOLDER…]: ratios measured in one run. FOLDER is an app to lint and to scan; by default sources of our own
// dependencies are linted, which hold little that concerns us.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { engineTime, importTime } from './import-time.mjs';
import { emptyTransformTime, measured, planTime } from './migrate-time.mjs';
import { scanTime } from './scan-time.mjs';

const own = ['../node_modules/eslint', '../node_modules/vitest', '../node_modules/@typescript-eslint'].map((folder) =>
  fileURLToPath(new URL(folder, import.meta.url)),
);
const apps = process.argv.slice(2).map((folder) => path.resolve(folder));
const folders = apps.length > 0 ? apps : own;

/** Files of one folder that are linted, at most. */
const MOST_LINTED = 500;

console.log(
  `importing the plugin after ESLint: ${importTime().toFixed(1)} ms (bar: 10); ` +
    `loading the engine with the first file: ${engineTime().toFixed(1)} ms`,
);
// A process each: what one preset or folder has compiled would make the next one's first round a warm one.
const LINT = fileURLToPath(new URL('lint-time.mjs', import.meta.url));
for (const preset of ['recommended', 'strict']) {
  const rounds = folders.map((folder) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [LINT, folder, preset, MOST_LINTED], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (status !== 0) throw new Error(stderr);
    return { folder, ...JSON.parse(stdout) };
  });
  for (const round of ['cold', 'warm']) {
    for (const one of rounds) {
      const { files, parse, rules } = one[round];
      const bar = preset === 'recommended' && round === 'warm' ? '0.03' : '0.05';
      console.log(
        `${preset}, ${round}, ${path.basename(one.folder)}: rules ${rules.toFixed(0)} ms, parser ${parse.toFixed(0)} ms ` +
          `over ${files} files: ratio ${(rules / parse).toFixed(3)} (bar: ${bar})`,
      );
    }
  }
  const slow = rounds.flatMap((one) => one.warm.slow).toSorted((a, b) => b.ratio - a.ratio);
  const worst = slow.slice(0, 3).map(({ file, ratio }) => `${file} ${ratio.toFixed(1)}`);
  console.log(`${preset}: ${slow.length} files take more than their parse time (bar: 0)${worst.map((one) => `; ${one}`).join('')}`);
}

for (const folder of apps) {
  const { scan, parse, ratio, memory } = scanTime(folder);
  console.log(
    `scanning ${path.basename(folder)}: ${scan.toFixed(2)} s of processors, ${memory.toFixed(0)} MB; ` +
      `parsing what has our words ${parse.toFixed(2)} s: ratio ${ratio.toFixed(1)} (bar: 3)`,
  );
}

const small = measured(2500, (root) => ({ ...planTime(root), empty: emptyTransformTime(root) }));
console.log(
  `planning a migration of 2,500 files: ${small.cpu.toFixed(2)} s of processors (bar: 1.0), ${small.time.toFixed(0)} ms, ` +
    `${small.memory.toFixed(0)} MB (bar: 200), ${small.changed} files change`,
);
console.log(
  `against jscodeshift with an empty transform (${small.empty.toFixed(0)} ms): ratio ${(small.time / small.empty).toFixed(3)} (bar: 0.1)`,
);
const large = measured(25_000, (root) => planTime(root, 1));
console.log(`at ten times the files: ${(large.cpu / small.cpu).toFixed(1)} times the time (bar: 10), ${large.memory.toFixed(0)} MB`);
