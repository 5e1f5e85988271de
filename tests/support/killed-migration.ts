import { fork } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import typescript from 'typescript';
import { temporaryProject } from './temporary-project.ts';
import type { PlannedFile } from '../../src/project/planned-file.ts';

/**
 * A program that applies a plan, and is killed by the n-th of its calls that change the disk: a write is broken off in
 * its middle, every other call does not happen any more. Without an n it goes on until somebody else kills it.
 */
const PROGRAM = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { root, files, killAt } = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
let calls = 0;
const die = () => process.kill(process.pid, 'SIGKILL');
for (const name of ['mkdirSync', 'openSync', 'fchmodSync', 'writeFileSync', 'fsyncSync', 'closeSync', 'renameSync', 'rmSync']) {
  const real = fs[name];
  fs[name] = (...args) => {
    if (calls++ === killAt) {
      if (name === 'writeFileSync') real(args[0], args[1].slice(0, args[1].length / 2));
      die();
    }
    return real(...args);
  };
}
syncBuiltinESMExports();
const { applyPlan } = await import('./apply.js');
process.send('ready');
applyPlan({ root, files: files.map(({ path, before, after }) => ({ path, before: before ?? undefined, after: after ?? undefined, because: [] })) });
process.send('done', () => process.exit(0));
`;

const project = fileURLToPath(new URL('../../src/project/', import.meta.url));

/** Writes the program and what it imports as JavaScript, for every Node.js that there is. @returns The program's path. */
export function applyProgram(): string {
  const folder = temporaryProject({ 'package.json': '{ "type": "module" }', 'program.js': PROGRAM });
  for (const name of ['apply', 'contained', 'git', 'undo-record']) {
    const { outputText } = typescript.transpileModule(readFileSync(path.join(project, `${name}.ts`), 'utf8'), {
      compilerOptions: {
        module: typescript.ModuleKind.ESNext,
        target: typescript.ScriptTarget.ES2022,
        rewriteRelativeImportExtensions: true,
      },
    });
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `${name}.js`), outputText);
  }
  return path.join(folder, 'program.js');
}

/** When a migration is killed: by its n-th call that changes the disk, or so many milliseconds after it began. */
export type Kill = { readonly call: number } | { readonly after: number };

/** Applies a plan in a process of its own, which is killed. @returns Whether it had come to its end before. */
export async function applyAndKill(program: string, root: string, files: readonly PlannedFile[], kill: Kill): Promise<boolean> {
  const input = path.join(path.dirname(program), 'input.json');
  writeFileSync(
    input,
    JSON.stringify({
      root,
      files: files.map((file) => ({ ...file, before: file.before ?? null, after: file.after ?? null })),
      killAt: 'call' in kill ? kill.call : -1,
    }),
  );
  const child = fork(program, [input], { execArgv: [], stdio: 'ignore' });
  let isDone = false;
  child.on('message', (message) => {
    if (message === 'done') isDone = true;
    else if ('after' in kill) setTimeout(() => child.kill('SIGKILL'), kill.after);
  });
  await new Promise((resolve) => child.on('exit', resolve));
  return isDone;
}
