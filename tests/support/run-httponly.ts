import { execFileSync } from 'node:child_process';
import { run } from '../../src/cli/run.ts';

/** What the command said, and its exit code. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs the command in a folder. */
export async function httponly(
  root: string,
  args: readonly string[],
  isTerminal = false,
  page?: (text: string) => boolean,
  width?: number,
): Promise<Said> {
  const out: string[] = [];
  const error: string[] = [];
  const code = await run(args, {
    cwd: root,
    out: (text) => out.push(text),
    error: (text) => error.push(text),
    ...(page && { page }),
    isTerminal,
    width,
    canAsk: isTerminal,
  });
  return { code, out: out.join('\n'), error: error.join('\n') };
}

/** What git finds changed in a folder. */
export function changes(root: string): string[] {
  return execFileSync('git', ['status', '--porcelain', '-uall'], { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
}
