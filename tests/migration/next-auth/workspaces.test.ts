import { expect, it } from 'vitest';
import { planSessions } from '../../../src/migration/plan.ts';
import { temporaryProject } from '../../support/temporary-project.ts';
import { baseOf } from './bases.ts';

const below = (folder: string, files: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([file, text]) => [`${folder}/${file}`, text]));

const PAGE = `'use client';
import { useSession } from 'next-auth/react';

export function Me() {
  const { data: session } = useSession();
  const load = () => fetch('http://localhost:4000/me', { headers: { Authorization: \`Bearer \${session?.accessToken}\` } });
  return <button onClick={load}>Me</button>;
}
`;

const OPTIONS = { phase: 'all', csrf: 'origin', exchange: false, tokenEndpoint: false, noBearer: false } as const;

it('moves what another package of the workspace does with the session', () => {
  const root = temporaryProject({
    'package.json': JSON.stringify({ private: true, workspaces: ['web', 'ui'] }),
    ...below('web', baseOf('4-app-ts')),
    'ui/package.json': JSON.stringify({ name: 'ui', dependencies: { react: '18' } }),
    'ui/me.tsx': PAGE,
  });
  const plan = planSessions(root, OPTIONS)!;
  expect(plan.files.find(({ path: file }) => file.endsWith('ui/me.tsx'))?.after).toContain("fetch('/api/backend/me')");
  expect([plan.todos, plan.left]).toEqual([[], []]);
});

it('names another app of the workspace that has a session of its own', () => {
  const root = temporaryProject({
    'package.json': JSON.stringify({ private: true, workspaces: ['admin', 'web'] }),
    ...below('admin', baseOf('5-app-ts')),
    ...below('web', { ...baseOf('4-app-ts'), 'app/page.tsx': PAGE }),
  });
  const plan = planSessions(root, OPTIONS)!;
  expect(plan.files.every(({ path: file }) => file.includes('/admin/'))).toBe(true);
  expect(plan.left.map(({ file, text }) => [file, text])).toEqual([
    ['web/lib/auth.ts', 'another package gives pages a token in a session, too: run the command in its folder.'],
  ]);
});

it('leaves a folder without Next', () => {
  const files = { ...baseOf('4-app-ts'), 'package.json': '{"dependencies":{"next-auth":"4"}}' };
  expect(planSessions(temporaryProject(files), OPTIONS)).toBeUndefined();
});
