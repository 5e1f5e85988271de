import process from 'node:process';
import { page, pagerOf } from './pager.ts';
import { run } from './run.ts';

/** Where a build runs nobody answers, and logs are read without colours, even where it has a terminal. */
const isBuild = /^(?!0$|false$)./i.test(process.env['CI'] ?? '');

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  out: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
  page: (text) => page(text, pagerOf(process.env)),
  isTerminal: process.stdout.isTTY && !isBuild,
  canAsk: process.stdin.isTTY && process.stdout.isTTY && !isBuild,
});
