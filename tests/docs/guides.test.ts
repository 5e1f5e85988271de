import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { checks } from '../../src/migration/checks/index.ts';
import { LEFT_REASONS } from '../../src/codemods/left-reasons.ts';
import { apiKinds } from '../../scripts/new/api-kinds.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

const files = globSync('**/*', {
  cwd: root,
  dot: true,
  ignore: ['**/node_modules/**', '.git/**', 'dist/**', 'examples/**', 'tests/apps/**'],
});

/** Files of a scanned project, which this one has none of. */
const OF_USERS: ReadonlySet<string> = new Set(['eslint-suppressions.json']);

/** Whether a guide's `path`, whole or as it is below `src/`, is one of a file or folder; capitals stand for a name. */
function exists(named: string): boolean {
  const bare = named.replace(/\/$/, '');
  const pattern = new RegExp(`(?:^|/)${bare.replaceAll('.', '\\.').replace(/\b[A-Z]+\b|<[^>]*>|\*/g, '[^/]+')}(?:$|/)`);
  return existsSync(path.join(root, named)) || files.some((file) => pattern.test(file));
}

describe.each(['CONTRIBUTING.md', 'docs/guides/architecture.md'])('%s', (page) => {
  const text = readFileSync(path.join(root, page), 'utf8');

  it('links to what is there', () => {
    const targets = [...text.matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)].map(([, target]) => target!);
    expect(targets.filter((target) => !existsSync(path.resolve(root, path.dirname(page), target)))).toEqual([]);
  });

  it('names files and folders that are there', () => {
    const named = [...text.matchAll(/`((?:[\w.<>*-]+\/)+[\w.<>*-]*|[\w-]+\.(?:ts|mjs|json|md))`/g)].map(([, name]) => name!);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !OF_USERS.has(name) && !exists(name))).toEqual([]);
  });

  it('names commands that there are', () => {
    const scripts = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name!);
    expect(scripts.filter((name) => !Object.hasOwn(packageJson.scripts, name))).toEqual([]);
    const kinds = new Set(['rule', 'codemod', 'KIND', ...Object.keys(apiKinds)]);
    expect([...text.matchAll(/npm run new ([\w-]+)/g)].map(([, kind]) => kind!).filter((kind) => !kinds.has(kind))).toEqual([]);
  });
});

it('every kind of thing that can be made is in the guide for contributors', () => {
  const text = readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8');
  expect(['rule', 'codemod', ...Object.keys(apiKinds)].filter((kind) => !text.includes(`npm run new ${kind} `))).toEqual([]);
});

describe('the guide on what a migration leaves', () => {
  const text = readFileSync(path.join(root, 'docs/guides/left.md'), 'utf8');
  const [withMarks, afterwards] = text.split('With these left, the app works:') as [string, string];

  it('has a line on every reason, where it says whether the app works', () => {
    const named = (part: string): string[] => [...part.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, reason]) => reason!).toSorted();
    const reasons = (works: 'yes' | 'no'): string[] =>
      Object.entries(LEFT_REASONS).flatMap(([reason, one]) => (one === works ? [reason] : []));
    expect(named(withMarks)).toEqual(reasons('no').toSorted());
    expect(named(afterwards.split('## ')[0]!)).toEqual(reasons('yes').toSorted());
  });

  it('has a line on every check that leaves a place', () => {
    const kinds = checks.flatMap(({ kind, stops }) => (stops ? [] : [kind]));
    expect([...kinds, 'hosting', 'topology', 'second plan', 'own tools'].filter((kind) => !afterwards.includes(`| \`${kind}\` |`))).toEqual(
      [],
    );
  });
});
