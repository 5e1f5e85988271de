import process from 'node:process';
import { run } from './run.ts';

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  out: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
  isTerminal: process.stdout.isTTY,
  canAsk: process.stdin.isTTY && process.stdout.isTTY,
});
