import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { discover } from '../../src/project/discover.ts';
import { Project } from '../../src/project/project.ts';
import { DEFAULT_SETTINGS } from '../../src/syntax/settings.ts';
import { temporaryProject } from '../support/temporary-project.ts';

const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'httponly-links-')));

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

it('a package that is not installed is no folder of the same name', () => {
  const files = {
    'package.json': JSON.stringify({ name: 'app', dependencies: { axios: '^1.0.0' } }),
    'src/axios/index.js': "import axios from 'axios';\nexport default axios.create({});\n",
    'src/http/index.js': 'export default {};\n',
    'src/login.js': "import axios from 'axios';\nimport http from 'http/index';\nexport default [axios, http];\n",
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  const project = new Project(root, discover(root).files, DEFAULT_SETTINGS);
  const login = [...project.files(/login|axios/)].find((file) => file.path.endsWith('login.js'))!;
  expect(login.links!.isLocal(login, 'axios')).toBe(false);
  expect(login.links!.isLocal(login, 'http/index')).toBe(true);
});

it('folders go by the names that front ends agree on, where no configuration says more', () => {
  const one = 'export default {};\n';
  const folder = temporaryProject({
    'package.json': JSON.stringify({ name: 'app', dependencies: { '@parts/kept': '1' } }),
    'src/lib/api.js': one,
    'src/parts/kept/index.js': one,
    'src/parts/menu.js': one,
    'shared/place.js': one,
    'src/page.js': "import a from '$lib/api';\n",
  });
  const project = new Project(folder, discover(folder).files, DEFAULT_SETTINGS);
  const page = [...project.files(/page|\$lib/)].find((file) => file.path.endsWith('page.js'))!;
  const local = (source: string): boolean => page.links!.isLocal(page, source);
  expect(
    ['$lib/api', '@parts/menu', '#parts/menu', '@/parts/menu', '~~/shared/place', '@@/shared/place'].filter((one) => !local(one)),
  ).toEqual([]);
  expect(['@parts/kept', '$app/navigation', '$$lib/api', '@parts'].filter(local)).toEqual([]);
});
