// How long planning a migration takes as a process of its own, in time and in seconds of processors, and how much memory,
// beside jscodeshift with a transform that does nothing over the same files. Both have the same two cores where the system
// can be told so.
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { REPORT_USAGE, usageIn } from './process-usage.mjs';
import { syntheticApp } from './synthetic-app.mjs';

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const JSCODESHIFT = fileURLToPath(new URL('../node_modules/jscodeshift/bin/jscodeshift.js', import.meta.url));

const hasTaskset = spawnSync('taskset', ['-c', '0,1', 'true']).status === 0;

/** Runs Node.js on two cores. @returns Milliseconds, and what it said on the error stream. */
function timed(cwd, ...args) {
  const [command, ...before] = hasTaskset ? ['taskset', '-c', '0,1', process.execPath] : [process.execPath];
  const start = performance.now();
  const { stderr, stdout, status } = spawnSync(command, [...before, ...args], { cwd, encoding: 'utf8', maxBuffer: 1 << 30 });
  return { time: performance.now() - start, stderr, stdout, status };
}

/** `httponly migrate --dry-run` over an app: seconds of processors (the least of some runs), milliseconds, megabytes, files that change. */
export function planTime(root, runs = 3) {
  const all = Array.from({ length: runs }, () => {
    const { time, stderr, stdout, status } = timed(root, '--import', REPORT_USAGE, CLI, 'migrate', '--dry-run');
    if (status === 2 || status === null) throw new Error(stderr);
    return { time, ...usageIn(stderr), changed: Number(/(\d+) changed/.exec(stdout)?.[1]) };
  });
  return all.toSorted((a, b) => a.cpu - b.cpu)[0];
}

/** jscodeshift with a transform that changes nothing. @returns Milliseconds. */
export function emptyTransformTime(root) {
  const transform = path.join(root, 'empty-transform.cjs');
  writeFileSync(transform, 'module.exports = (file, api) => { api.jscodeshift(file.source); };\n');
  const { time, status, stderr } = timed(
    root,
    JSCODESHIFT,
    '-t',
    transform,
    '--no-babel',
    '--parser=tsx',
    '--extensions=ts,tsx,js',
    '--cpus=2',
    '--silent',
    'client',
    'server',
  );
  rmSync(transform);
  if (status !== 0) throw new Error(stderr);
  return time;
}

/** Measures an app of a size, which is taken away again. */
export function measured(size, measure) {
  const root = syntheticApp(size);
  try {
    return measure(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
