import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API, CLIENT } from './support/example-app.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));

let printed = '';
let running: ChildProcess | undefined;

beforeAll(() => {
  const demo = spawnSync(process.execPath, [path.join(repository, 'scripts/demo.mjs')], { encoding: 'utf8' });
  printed = demo.stdout;
  expect(demo.status, demo.stderr).toBe(0);
});

afterAll(() => {
  // A shell and what it started are one group.
  if (running?.pid !== undefined) process.kill(-running.pid);
});

/** Waits for an answer, ten minutes at most: packages are fetched first. */
async function answerOf(url: string): Promise<number> {
  for (let i = 0; i < 1200; i++) {
    if (running?.exitCode !== null) throw new Error(`what the demo prints ended with ${String(running?.exitCode)}`);
    try {
      return (await fetch(url)).status;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
  throw new Error(`nothing answers at ${url}`);
}

describe('the demo', () => {
  it('prints a command that works as typed', async () => {
    const command = /^To see it run[^:]*(?::\/\/[^:]+:\d+)?: (.+)$/m.exec(printed)?.[1];
    expect(command).toMatch(/npm start$/);
    const environment = { ...process.env };
    delete environment['JWT_SECRET'];
    running = spawn(command!, { shell: true, detached: true, stdio: ['ignore', 'ignore', 'inherit'], env: environment });
    expect(await answerOf(`${API}/api/auth/session`)).toBe(200);
    expect(await answerOf(CLIENT)).toBe(200);
  });
});
