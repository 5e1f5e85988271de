import process from 'node:process';
import { isatty } from 'node:tty';
import v8 from 'node:v8';
import { page, pagerOf } from './pager.ts';
import { run } from './run.ts';

/** Where a build runs nobody answers, and logs are read without colours, even where it has a terminal. */
const isBuild = /^(?!0$|false$)./i.test(process.env['CI'] ?? '');

/**
 * The command is over in seconds, in which most of its functions run a few hundred times: compiling them for speed takes a
 * quarter of its time and gives little of it back. So a function has to have been at work for longer before it is. What
 * runs long, over many files, is compiled all the same. Node.js 22 has a compiler in between, and no such setting.
 */
if (process.versions.v8.startsWith('11.')) v8.setFlagsFromString('--interrupt-budget=600000');

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  out: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
  page: (text) => page(text, pagerOf(process.env)),
  isTerminal: isatty(1) && !isBuild,
  width: isatty(1) ? process.stdout.columns : undefined,
  canAsk: isatty(0) && isatty(1) && !isBuild,
});
