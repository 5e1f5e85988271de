import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { codemods } from '../../src/codemods/index.ts';
import { planSessions } from '../../src/migration/plan.ts';
import { BACKEND, baseOf } from '../migration/next-auth/bases.ts';
import { temporaryProject } from '../support/temporary-project.ts';

const folder = fileURLToPath(new URL('../../docs/codemods/', import.meta.url));

/** The code blocks of a page that name a file: before and after by turns. */
function samplesOf(page: string): { file: string; before: string; after: string }[] {
  const blocks = [...page.matchAll(/^(Before|After):\n\n```\w+ (\S+)\n([\s\S]*?)^```$/gm)];
  return blocks.flatMap((block, i) => (block[1] === 'Before' ? [{ file: block[2]!, before: block[3]!, after: blocks[i + 1]![3]! }] : []));
}

it('every codemod has a page and every page a codemod', () => {
  expect(
    globSync('*.md', { cwd: folder })
      .map((file) => file.replace('.md', ''))
      .toSorted(),
  ).toEqual(Object.keys(codemods).toSorted());
});

describe.each(Object.keys(codemods))('the page of %s', (name) => {
  const samples = samplesOf(readFileSync(`${folder}${name}.md`, 'utf8'));

  it('shows code before and after', () => {
    expect(samples.length).toBeGreaterThan(0);
  });

  it.each(samples)('$file becomes what the page says', ({ file, before, after }) => {
    expect(codemods[name]!({ path: path.join('/virtual', file), source: before }, {}, {})).toBe(after);
  });
});

it('the page of next-auth-session says what becomes of a sign-in with --cookie', () => {
  const page = readFileSync(`${folder}next-auth-session.md`, 'utf8');
  const section = page.slice(page.indexOf('## With `--cookie`'));
  const [before, after] = [...section.matchAll(/^```ts lib\/auth\.ts\n([\s\S]*?)^```$/gm)].map((match) => match[1]!);
  const root = temporaryProject({ ...baseOf('4-app-ts'), ...BACKEND, 'lib/auth.ts': before! });
  const plan = planSessions(root, { phase: 'all', csrf: 'origin', exchange: false, tokenEndpoint: false, noBearer: false, cookie: true });
  expect(plan?.files.find((one) => one.path === path.join(root, 'lib/auth.ts'))?.after).toBe(after);
});
