import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { appsOf } from '../../src/app/apps.ts';
import { serverRoutesOf } from '../../src/app/server-routes.ts';
import { sessionActionsOf } from '../../src/exposures/session-actions.ts';
import { sessionRoutesOf } from '../../src/exposures/session-routes.ts';
import { planMigration } from '../../src/migration/plan.ts';
import { discover } from '../../src/project/discover.ts';
import { Project } from '../../src/project/project.ts';
import type { SourceFile } from '../../src/syntax/source-file.ts';
import { runtimeOf } from '../../src/syntax/runtime.ts';
import { isTestFile } from '../../src/syntax/test-files.ts';
import { temporaryProject } from '../support/temporary-project.ts';
import { named } from './server-app.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));

function filesIn(root: string): SourceFile[] {
  const project = new Project(root, discover(root).files);
  project.learn();
  return project.paths
    .flatMap((one) => project.file(one) ?? [])
    .filter((file) => runtimeOf(file) !== 'browser' && !isTestFile(file.path, root));
}

/** Where sessions begin, are renewed and end, of some routes. */
function namesOf(routes: ReturnType<typeof serverRoutesOf>): Record<string, string | undefined> {
  const { signIn, renewal, signOut } = sessionRoutesOf(routes);
  return { signIn: named(signIn), renewal: named(renewal), signOut: named(signOut) };
}

/** What the rules about apps see, and what a migration sees. */
function bothOf(files: readonly SourceFile[]): { scan: Record<string, string | undefined>; migrate: Record<string, string | undefined> } {
  return { scan: namesOf(files.flatMap((file) => appsOf(file).flatMap(({ routes }) => routes))), migrate: namesOf(serverRoutesOf(files)) };
}

function folders(...at: readonly string[]): string[] {
  return readdirSync(path.join(repository, ...at), { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map((one) => path.join(...at, one.name));
}

describe('scan and migrate name the same routes', () => {
  it.each([...folders('tests', 'apps'), ...folders('examples')])('of %s', (folder) => {
    const root = path.join(repository, folder);
    const files = filesIn(root);
    const { scan, migrate } = bothOf(files);
    if (files.some((file) => appsOf(file).length > 0)) expect(scan).toEqual(migrate);
    const { server } = planMigration(root, { phase: 'all', csrf: 'origin', exchange: false, tokenEndpoint: false, noBearer: false }).survey;
    if (!server) return;
    const signIn = sessionRoutesOf(serverRoutesOf(files)).signIn;
    expect(named(server.signIn)).toBe(signIn && sessionActionsOf(signIn).issues === 'body' ? named(signIn) : undefined);
    expect({ renewal: named(server.renewal), signOut: named(server.signOut) }).toEqual({
      renewal: migrate['renewal'],
      signOut: migrate['signOut'],
    });
  });

  const cases = folders('tests', 'codemods').flatMap((codemod) =>
    folders(codemod).flatMap((folder) => {
      const input = readdirSync(path.join(repository, folder)).find((name) => name.startsWith('input.'));
      const text = input === undefined ? '' : readFileSync(path.join(repository, folder, input), 'utf8');
      return input !== undefined && /\bexpress\(\)/.test(text) ? [{ folder, name: input.replace('input', 'server'), text }] : [];
    }),
  );

  it.each(cases)('of $folder', ({ name, text }) => {
    const files = filesIn(temporaryProject({ [name]: text, 'package.json': '{ "dependencies": { "express": "5" } }' }));
    if (files.some((file) => appsOf(file).length > 0)) {
      const { scan, migrate } = bothOf(files);
      expect(scan).toEqual(migrate);
    }
  });
});
