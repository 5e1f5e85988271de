import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { codemods } from '../../src/codemods/index.ts';

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
