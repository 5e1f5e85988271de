// How long importing the built plugin takes in a process that has loaded ESLint. Prints the median of several processes.
import { execFileSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const plugin = pathToFileURL(fileURLToPath(new URL('../dist/index.js', import.meta.url))).href;
const program = `await import('eslint'); const start = performance.now(); await import(${JSON.stringify(plugin)}); console.log(performance.now() - start);`;

/** Milliseconds, the median of an odd number of runs. */
export function importTime(runs = 15) {
  const times = Array.from({ length: runs }, () => Number(execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8', cwd: fileURLToPath(new URL('..', import.meta.url)) })));
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)];
}
