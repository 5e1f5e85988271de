import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const work = mkdtempSync(path.join(tmpdir(), 'httponly-jscodeshift-'));

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

/** The first code block of a codemod's page, before and after. */
function sampleOf(name: string): { file: string; before: string; after: string } {
  const page = readFileSync(path.join(repository, 'docs/codemods', `${name}.md`), 'utf8');
  const [before, after] = [...page.matchAll(/^(?:Before|After):\n\n```\w+ (\S+)\n([\s\S]*?)^```$/gm)];
  return { file: before![1]!, before: before![2]!, after: after![2]! };
}

describe('jscodeshift runs the built transforms', () => {
  it.each(['bearer-to-cookie', 'token-response-to-cookie', 'cookie-auth', 'credentialed-cors', 'harden-cookies', 'require-env-secret'])(
    '%s',
    (name) => {
      const { file, before, after } = sampleOf(name);
      const target = path.join(work, name, file);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, before);
      const printed = execFileSync(
        process.execPath,
        [
          path.join(repository, 'node_modules/jscodeshift/bin/jscodeshift.js'),
          '--no-babel',
          '--extensions=js,jsx,ts,tsx',
          '-t',
          path.join(repository, `dist/codemods/${name}.js`),
          target,
        ],
        { encoding: 'utf8' },
      );
      expect(printed).toMatch(/1 ok/);
      expect(readFileSync(target, 'utf8')).toBe(after);
    },
  );
});
