import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import { lint } from '../support/eslint.ts';

const folder = fileURLToPath(new URL('../../docs/rules/', import.meta.url));

interface Sample {
  readonly section: string;
  readonly filename: string;
  readonly code: string;
  /** `settings.httponly`, as JSON behind the file's name: ```` ```js client/a.js {"tests":true} ````. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** The code of a page, with the heading that it stands under. */
function samplesOf(page: string): Sample[] {
  let section = '';
  const samples: Sample[] = [];
  for (const match of page.matchAll(/^#+ (.+)$|^```(?:jsx?|tsx?|vue|svelte) (\S+)(?: (\{.*\}))?\n([\s\S]*?)^```$/gm)) {
    if (match[1] !== undefined) section = match[1];
    else samples.push({ section, filename: match[2]!, settings: JSON.parse(match[3] ?? '{}') as Sample['settings'], code: match[4]! });
  }
  return samples;
}

it('every rule has a page and every page a rule', () => {
  expect(
    globSync('*.md', { cwd: folder })
      .map((file) => file.replace('.md', ''))
      .toSorted(),
  ).toEqual(Object.keys(rules).toSorted());
});

describe.each(Object.keys(rules))('the page of %s', (rule) => {
  const page = readFileSync(`${folder}${rule}.md`, 'utf8');
  const samples = samplesOf(page);

  it('names the weaknesses that the rule says it is about', () => {
    const named = [...page.matchAll(/\[CWE-(\d+)\]/g)].map(([, number]) => Number(number));
    expect([...new Set(named)]).toEqual(rules[rule]!.definition.cwe);
  });

  it('shows both, and says when not to use it', () => {
    expect(samples.some(({ section }) => section === 'Incorrect')).toBe(true);
    expect(samples.some(({ section }) => section === 'Correct')).toBe(true);
    expect(page).toMatch(/^## Rule details$/m);
    expect(page).toMatch(/^## When not to use it$/m);
    expect(page).toMatch(/^## Further reading$/m);
    expect(page).toMatch(/CWE-\d+/);
  });

  it.each(samples.map((sample, i) => ({ ...sample, title: `${sample.section} ${i + 1}` })))(
    '$title is as it says',
    ({ section, filename, code, settings }) => {
      const reports = lint({ name: filename, filename, code, settings }, [rule]);
      expect(reports.filter((one) => one.fatal)).toEqual([]);
      if (section === 'Incorrect') expect(reports.length).toBeGreaterThan(0);
      else expect(reports).toEqual([]);
    },
  );
});
