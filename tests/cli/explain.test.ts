import { describe, expect, it } from 'vitest';
import { changes, httponly } from '../support/run-httponly.ts';
import { temporaryProject } from '../support/temporary-project.ts';

const APP = {
  'package.json': JSON.stringify({ dependencies: { axios: '1', express: '5' } }),
  'src/store.js': "export const read = () => localStorage.getItem('jwt');\n",
  'src/api.js': [
    "import { read } from './store';",
    'const size = read().length;',
    'export function load() {',
    '  const value = read();',
    "  return fetch('/api/me', { headers: { Authorization: `Bearer ${value}` } });",
    '}',
    '',
  ].join('\n'),
};

describe('scan --explain', () => {
  it('says what a value is taken for, by what way, and what is reported', async () => {
    const { code, out } = await httponly(temporaryProject(APP), ['scan', '--explain', 'src/api.js:5']);
    expect(code).toBe(0);
    expect(out).toContain("value  is taken for an access token: it is read from localStorage key 'jwt' (line 1 of store.js)");
    expect(out).toMatch(/src\/api\.js:4 {2}read\(\)\n\s+src\/store\.js:1 {2}localStorage\.getItem\('jwt'\)/);
    expect(out).toContain('no-client-bearer-token  This sends');
  });

  it('says of a line without a finding that there is none, and why', async () => {
    const { out } = await httponly(temporaryProject(APP), ['scan', '--explain', 'src/api.js:2']);
    expect(out).toContain('read().length  is no credential');
    expect(out).toContain('No rule of recommended reports this line.');
  });

  it.each([
    ['src/api.js', 'it takes a file and a line, as src/api.ts:12'],
    ['src/api.js:99', 'the file has no such line'],
    ['src/none.js:1', 'it is no source file of this project'],
    ['package.json:1', 'it is no source file of this project'],
  ])('refuses %s', async (line, reason) => {
    const { code, error } = await httponly(temporaryProject(APP), ['scan', '--explain', line]);
    expect(code).toBe(2);
    expect(error).toContain(reason);
  });
});

describe('migrate --explain', () => {
  it('says what a line becomes and by which codemod, and writes nothing', async () => {
    const root = temporaryProject(
      {
        'server/package.json': JSON.stringify({ type: 'module', dependencies: { express: '5', jsonwebtoken: '9' } }),
        'server/app.js': [
          "import express from 'express';",
          "import jwt from 'jsonwebtoken';",
          'const app = express();',
          "app.post('/api/login', (req, res) => res.json({ token: jwt.sign({ id: 1 }, process.env.JWT_SECRET) }));",
          "app.get('/api/me', (req, res) => res.json(jwt.verify(req.headers.authorization?.split(' ')[1], process.env.JWT_SECRET)));",
          '',
        ].join('\n'),
        'client/package.json': JSON.stringify({ dependencies: { react: '19' } }),
        'client/src/login.js': [
          'export async function login(body) {',
          "  const response = await fetch('/api/login', { method: 'POST', body });",
          '  const { token } = await response.json();',
          "  localStorage.setItem('token', token);",
          '}',
          '',
        ].join('\n'),
      },
      { git: true },
    );
    const written = await httponly(root, ['migrate', '--explain', 'client/src/login.js:4']);
    expect(written.code).toBe(0);
    expect(written.out).toMatch(/rewritten, by bearer-to-cookie:[\s\S]*-\s+localStorage\.setItem\('token', token\);/);
    const kept = await httponly(root, ['migrate', '--explain', 'server/app.js:3']);
    expect(kept.out).toContain('Decided\n');
    expect(changes(root)).toEqual([]);
  });

  it('says of a line that stays that nothing is decided', async () => {
    const root = temporaryProject({
      'package.json': '{}',
      'src/a.js': "export const token = localStorage.getItem('token');\nconst one = 1;\n",
    });
    const { out } = await httponly(root, ['migrate', '--allow-dirty', '--explain', 'src/a.js:2']);
    expect(out).toMatch(/Decided\n {2}(?:nothing: the line stays as it is\.|refused)/);
  });
});
