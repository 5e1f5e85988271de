// How long importing the built plugin takes in a process that has loaded ESLint. Prints the median of several processes.
import { execFileSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const plugin = pathToFileURL(fileURLToPath(new URL('../dist/index.js', import.meta.url))).href;
const program = `
  await import('eslint');
  const start = performance.now();
  await import(${JSON.stringify(plugin)});
  console.log(performance.now() - start);
`;

/** Milliseconds, the median of an odd number of runs. */
export function importTime(runs = 15) {
  const times = Array.from({ length: runs }, () =>
    Number(
      execFileSync(process.execPath, ['--input-type=module', '-e', program], {
        encoding: 'utf8',
        cwd: fileURLToPath(new URL('..', import.meta.url)),
      }),
    ),
  );
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)];
}

/** Milliseconds that the engine takes to load with the first file that is linted, the median of an odd number of runs. */
export function engineTime(runs = 15) {
  const engine = fileURLToPath(new URL('../dist/rules.cjs', import.meta.url));
  const loading = `const start = performance.now(); require(${JSON.stringify(engine)}); console.log(performance.now() - start);`;
  const times = Array.from({ length: runs }, () => Number(execFileSync(process.execPath, ['-e', loading], { encoding: 'utf8' })));
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)];
}
