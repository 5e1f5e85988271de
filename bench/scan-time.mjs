// What scanning an app takes of processors, over starting Node.js and parsing what has a word about credentials.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { REPORT_USAGE, usageIn } from './process-usage.mjs';

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const PARSE_ONLY = fileURLToPath(new URL('parse-only.mjs', import.meta.url));

function used(cwd, ...args) {
  const { stderr, status } = spawnSync(process.execPath, ['--import', REPORT_USAGE, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0 && status !== 1) throw new Error(stderr);
  return usageIn(stderr);
}

/** Seconds of processors, each the least of some runs in turn; megabytes that the scan took. */
export function scanTime(folder, runs = 3) {
  const all = Array.from({ length: runs }, () => ({ scan: used(folder, CLI, 'scan'), parse: used(folder, PARSE_ONLY, folder) }));
  const scan = Math.min(...all.map((one) => one.scan.cpu));
  const parse = Math.min(...all.map((one) => one.parse.cpu));
  return { scan, parse, ratio: scan / parse, memory: Math.max(...all.map((one) => one.scan.memory)) };
}
