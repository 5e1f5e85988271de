import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Codemod } from '../../src/codemods/define-codemod.ts';
import { defineCodemod } from '../../src/codemods/define-codemod.ts';
import { codemods } from '../../src/codemods/index.ts';
import { discover } from '../../src/project/discover.ts';
import { Project } from '../../src/project/project.ts';
import type { MigrationPlan } from '../../src/migration/migration-plan.ts';
import { planMigration, secondPlan } from '../../src/migration/plan.ts';
import { temporaryProject } from '../support/temporary-project.ts';

const OPTIONS = { phase: 'all', csrf: 'origin', exchange: false, tokenEndpoint: false, noBearer: false, withMarks: true } as const;

const SERVER = {
  'server/package.json': JSON.stringify({ type: 'module', dependencies: { express: '5', jsonwebtoken: '9' } }),
  'server/app.js': [
    "import express from 'express';",
    "import jwt from 'jsonwebtoken';",
    'const app = express();',
    'app.use(express.json());',
    "app.post('/api/login', async (req, res) => {",
    '  const user = await find(req.body.email, req.body.password);',
    '  res.json({ token: jwt.sign({ id: user.id }, process.env.JWT_SECRET) });',
    '});',
    "app.get('/api/me', (req, res) => res.json(jwt.verify(req.headers.authorization?.split(' ')[1], process.env.JWT_SECRET)));",
    '',
  ].join('\n'),
  'client/package.json': JSON.stringify({ type: 'module', dependencies: { react: '19' } }),
};

/** Front ends, by how they keep the token. */
const CLIENTS: Readonly<Record<string, string>> = {
  functions: [
    'export async function login(form) {',
    "  const response = await fetch('/api/login', { method: 'POST', body: JSON.stringify(form) });",
    '  const { token } = await response.json();',
    "  localStorage.setItem('token', token);",
    '}',
    "export const me = () => fetch('/api/me', { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } });",
    '',
  ].join('\n'),
  'a class with a setter that signs in and out': [
    'class Api {',
    "  token = localStorage.getItem('token');",
    '  setToken(token) {',
    '    this.token = token;',
    "    if (token) { localStorage.setItem('token', token); } else { localStorage.removeItem('token'); }",
    '  }',
    '  get(path) { return fetch(path, { headers: { Authorization: `Bearer ${this.token}` } }); }',
    '  async login(form) {',
    "    const response = await fetch('/api/login', { method: 'POST', body: JSON.stringify(form) });",
    '    this.setToken((await response.json()).token);',
    '  }',
    '  logout() { this.setToken(null); }',
    '}',
    'export const api = new Api();',
    '',
  ].join('\n'),
  'a typed class whose setter takes null for signing out': [
    'interface Signed { token: string; user: { id: number } }',
    'class Gateway {',
    "  private token: string | null = localStorage.getItem('authToken');",
    '  constructor(private readonly root: string) {}',
    '  keep(token: string | null): void {',
    '    this.token = token;',
    '    if (token) {',
    "      localStorage.setItem('authToken', token);",
    '    } else {',
    "      localStorage.removeItem('authToken');",
    '    }',
    '  }',
    '  kept(): string | null { return this.token; }',
    '  isIn(): boolean { return !!this.token; }',
    '  private async ask<T>(path: string, init: RequestInit = {}): Promise<T> {',
    '    const headers: Record<string, string> = {};',
    '    if (this.token) {',
    "      headers['Authorization'] = `Bearer ${this.token}`;",
    '    }',
    '    const response = await fetch(`${this.root}${path}`, { ...init, headers });',
    '    return response.json() as Promise<T>;',
    '  }',
    '  async enter(form: object) {',
    "    const answer = await this.ask<Signed>('/login', { method: 'POST', body: JSON.stringify(form) });",
    '    this.keep(answer.token);',
    '    return answer.user;',
    '  }',
    '  leave() {',
    '    this.keep(null);',
    '  }',
    '}',
    "export const gateway = new Gateway('http://localhost:3000/api');",
    '',
  ].join('\n'),
  'an object that is decoded and handed on in one statement': [
    "import { jwtDecode } from 'jwt-decode';",
    "const stored = localStorage.getItem('token');",
    'export const initialState = {',
    '  accessToken: stored,',
    '  user: stored ? { id: jwtDecode(stored).sub, name: jwtDecode(stored).name } : null,',
    '};',
    "export const login = (form) => fetch('/api/login', { method: 'POST', body: form }).then((r) => r.json());",
    "export const me = () => fetch('/api/me', { headers: { Authorization: `Bearer ${initialState.accessToken}` } });",
    '',
  ].join('\n'),
};

function write({ files }: MigrationPlan): void {
  for (const { path: file, after } of files) {
    if (after === undefined) rmSync(file);
    else {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, after);
    }
  }
}

describe('a second plan', () => {
  it.each(Object.entries(CLIENTS))('is empty, or what it would change is named: %s', (_name, client) => {
    const root = temporaryProject({ ...SERVER, [/^interface/m.test(client) ? 'client/src/api.ts' : 'client/src/api.js']: client });
    const first = planMigration(root, OPTIONS);
    expect(first.files).not.toEqual([]);
    write(first);
    const changed = planMigration(root, OPTIONS).files.map((file) => path.relative(root, file.path));
    expect(first.left.filter(({ kind }) => kind === 'second plan').map(({ file }) => file)).toEqual(changed);
  });

  it.each([
    ['a hash', "import { createHmac } from 'node:crypto';", "createHmac('sha256', req.params.id).update('now').digest('hex').slice(0, 8)"],
    ['chance', "import { randomBytes } from 'node:crypto';", "randomBytes(8).toString('hex')"],
    ['another secret', '', 'jwt.sign({ room: req.params.id }, process.env.ROOM_KEY)'],
  ])('takes no code of %s for the token of a session', (_name, imported, code) => {
    const rooms = [
      "import express from 'express';",
      "import jwt from 'jsonwebtoken';",
      ...(imported === '' ? [] : [imported]),
      'export const rooms = express.Router();',
      "rooms.get('/:id/code', (req, res) => {",
      `  const token = ${code};`,
      '  res.json({ token });',
      '});',
      '',
    ].join('\n');
    const app = SERVER['server/app.js'];
    const root = temporaryProject({
      ...SERVER,
      'server/app.js': `import { rooms } from './routes/rooms.js';\n${app}app.use('/api/rooms', rooms);\n`,
      'server/routes/rooms.js': rooms,
      'client/src/api.js': CLIENTS['functions']!,
    });
    const { files, left } = planMigration(root, OPTIONS);
    expect(left.filter(({ kind }) => kind === 'second plan')).toEqual([]);
    expect(files.find((file) => file.path.endsWith('rooms.js'))?.after ?? rooms).toMatch(/\{ token \}/);
  });

  it('takes no file for a generated module that begins with a comment and imports from one', () => {
    const root = temporaryProject({
      'server/package.json': JSON.stringify({ dependencies: { express: '5', jsonwebtoken: '9' } }),
      'server/app.js': [
        "const express = require('express');",
        'const app = express();',
        'app.use(express.json());',
        "app.use('/api', require('./routes/auth'));",
        '',
      ].join('\n'),
      'server/routes/auth.js': [
        '/**',
        ' * Where people sign in.',
        ' */',
        "const { Router } = require('express');",
        "const jwt = require('jsonwebtoken');",
        "const guard = require('../middleware/guard');",
        'const router = Router();',
        "router.post('/login', (req, res) => res.json({ token: jwt.sign({ id: find(req.body).id }, process.env.JWT_SECRET) }));",
        "router.get('/me', guard, (req, res) => res.json(req.user));",
        'module.exports = router;',
        '',
      ].join('\n'),
      'server/middleware/guard.js': [
        "const jwt = require('jsonwebtoken');",
        'module.exports = (req, res, next) => {',
        "  req.user = jwt.verify(req.headers.authorization?.split(' ')[1], process.env.JWT_SECRET);",
        '  next();',
        '};',
        '',
      ].join('\n'),
      'client/package.json': SERVER['client/package.json'],
      'client/src/api.js': CLIENTS['functions']!,
    });
    const first = planMigration(root, OPTIONS);
    expect(first.files.map((file) => path.relative(root, file.path))).toContain('server/middleware/session-cookie.js');
    expect(first.left).toEqual([]);
    write(first);
    expect(planMigration(root, OPTIONS).files).toEqual([]);
  });

  it('names what a codemod would do again', () => {
    const registry = codemods as Record<string, Codemod>;
    registry['again'] = defineCodemod({
      name: 'again',
      description: 'adds a comment each time',
      side: 'client',
      hint: /./,
      apply({ file, changes }) {
        if (file.path.endsWith('api.js')) changes.insert(file.text.length, '// again\n');
      },
    });
    try {
      const { left } = planMigration(temporaryProject({ ...SERVER, 'client/src/api.js': CLIENTS['functions']! }), OPTIONS);
      expect(left.filter(({ kind }) => kind === 'second plan').map(({ file }) => file)).toEqual(['client/src/api.js']);
    } finally {
      delete registry['again'];
    }
  });

  it('is not made of a result that would not run', () => {
    const registry = codemods as Record<string, Codemod>;
    registry['broken'] = defineCodemod({
      name: 'broken',
      description: 'imports what is not there',
      side: 'client',
      hint: /./,
      apply({ file, changes }) {
        if (file.path.endsWith('api.js')) changes.insert(0, "import { nothing } from './nowhere.js';\nnothing();\n");
      },
    });
    try {
      const { files, refusals } = planMigration(temporaryProject({ ...SERVER, 'client/src/api.js': CLIENTS['functions']! }), OPTIONS);
      expect(files).toEqual([]);
      expect(refusals.map(({ reason }) => reason)).toEqual(['unsound result']);
    } finally {
      delete registry['broken'];
    }
  });

  it('is not made where only one side would move', () => {
    const registry = codemods as Record<string, Codemod>;
    const pages = registry['bearer-to-cookie']!;
    // In its place, for codemods are applied in the order in which they stand there.
    registry['bearer-to-cookie'] = defineCodemod({ ...pages.definition, applyTogether: () => undefined });
    try {
      const { files, refusals } = planMigration(temporaryProject({ ...SERVER, 'client/src/api.js': CLIENTS['functions']! }), OPTIONS);
      expect(files).toEqual([]);
      expect(refusals.map(({ reason }) => reason)).toEqual(['one side alone']);
    } finally {
      registry['bearer-to-cookie'] = pages;
    }
  });

  it('names what would change, and where', () => {
    const root = temporaryProject({ ...SERVER, 'client/src/api.js': CLIENTS['functions']! });
    const project = new Project(root, discover(root).files);
    project.learn();
    expect(secondPlan(project, OPTIONS)).toContainEqual({
      kind: 'second plan',
      file: 'client/src/api.js',
      line: 1,
      text: expect.stringContaining('a second run would change this again (bearer-to-cookie)') as string,
    });
  });

  it('writes a mark once, however many others stand beside it', () => {
    const root = temporaryProject({ ...SERVER, 'client/src/api.js': CLIENTS['an object that is decoded and handed on in one statement']! });
    const { files, todos } = planMigration(root, OPTIONS);
    const text = files.find((file) => file.path.endsWith('api.js'))!.after!;
    const marks = text.split('\n').filter((line) => line.includes('TODO(httponly)'));
    expect(new Set(marks).size).toBe(marks.length);
    expect(new Set(todos.map(({ file, line, text: said }) => `${file}:${String(line)} ${said}`)).size).toBe(todos.length);
  });
});
