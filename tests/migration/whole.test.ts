import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { planMigration } from '../../src/migration/plan.ts';
import { exitCodeOf, sumOf } from '../../src/migration/outcome.ts';
import { lineBefore } from '../../src/migration/whole.ts';
import { httponly } from '../support/run-httponly.ts';
import { temporaryProject } from '../support/temporary-project.ts';

const OPTIONS = { phase: 'all', csrf: 'origin', exchange: false, tokenEndpoint: false, noBearer: false } as const;

const SERVER = {
  'package.json': JSON.stringify({ name: 'shop', private: true, workspaces: ['server', 'client'] }),
  'server/package.json': JSON.stringify({ name: 'api', dependencies: { express: '4', jsonwebtoken: '9', cors: '2' } }),
  'server/index.js': `const express = require('express');
const cors = require('cors');
const jwt = require('jsonwebtoken');
const app = express();
app.use(cors());
app.use(express.json());
const guard = (req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization.split(' ')[1], process.env.JWT_SECRET);
    next();
  } catch {
    res.sendStatus(401);
  }
};
app.post('/api/login', (req, res) => {
  const token = jwt.sign({ id: 1 }, process.env.JWT_SECRET, { expiresIn: '1h' });
  res.json({ token });
});
app.get('/api/orders', guard, (req, res) => res.json([]));
app.listen(process.env.PORT);
`,
  'client/package.json': JSON.stringify({ name: 'web', dependencies: { react: '19' } }),
};

const API = `const BASE = 'http://localhost:5000';
export async function login(email, password) {
  const res = await fetch(BASE + '/api/login', { method: 'POST', body: JSON.stringify({ email, password }) });
  const { token } = await res.json();
  localStorage.setItem('token', token);
}
export const orders = () =>
  fetch(BASE + '/api/orders', { headers: { Authorization: 'Bearer ' + localStorage.getItem('token') } }).then((res) => res.json());
export const logout = () => localStorage.removeItem('token');
`;
/** The printer gets the token, which no page has afterwards. */
const PRINTER = `import { print } from 'printer-sdk';
export const printOrders = () => print({ ticket: localStorage.getItem('token') });
`;

const app = (more: Readonly<Record<string, string>>): string => temporaryProject({ ...SERVER, 'client/src/api.js': API, ...more });

describe('a migration after which the app would not work', () => {
  it('writes nothing, and names the places as they are now', () => {
    const plan = planMigration(app({ 'client/src/printer.js': PRINTER }), OPTIONS);
    expect(plan.files).toEqual([]);
    expect(plan.refusals.map(({ reason }) => reason)).toEqual(['not whole']);
    expect(plan.refusals[0]!.text).toContain('one place is done by hand');
    expect(plan.todos).toEqual([expect.objectContaining({ file: 'client/src/printer.js', line: 2, reason: 'token-needed' })]);
    expect(plan.effects).toEqual([]);
    expect(exitCodeOf(plan)).toBe(1);
    expect(sumOf(plan)).toBe('Nothing is written.');
  });

  it.each([
    ['one', '', 'before one place is done by hand, which is listed below.', 1],
    [
      'two',
      "export const again = () => print({ ticket: localStorage.getItem('token') });\n",
      'before 2 places are done by hand, which are listed below.',
      2,
    ],
  ])('counts what is listed: %s', (_, more, text, listed) => {
    const plan = planMigration(app({ 'client/src/printer.js': PRINTER + more }), OPTIONS);
    expect(plan.refusals[0]!.text).toContain(text);
    expect(plan.todos.length + plan.left.length).toBe(listed);
  });

  it('counts no place that only a person would mind, and says how many are listed', () => {
    const seeded = `Cypress.Commands.add('signIn', () => {
  cy.request('POST', '/api/login').then(({ body }) => {
    window.localStorage.setItem('token', body.token);
  });
});
`;
    const plan = planMigration(app({ 'client/src/printer.js': PRINTER, 'client/cypress/support/commands.js': seeded }), OPTIONS);
    expect(plan.refusals[0]!.text).toContain('before one place is done by hand, of the 2 that are listed below.');
    expect(plan.todos.length + plan.left.length).toBe(2);
  });

  it('is written, with marks, where somebody wants that', () => {
    const plan = planMigration(app({ 'client/src/printer.js': PRINTER }), { ...OPTIONS, withMarks: true });
    expect(plan.refusals).toEqual([]);
    expect(plan.files.find((file) => file.path.endsWith('printer.js'))!.after).toContain('// TODO(httponly): this still needs the token');
    expect(exitCodeOf(plan)).toBe(1);
  });

  it('is written where what is left does not stop anybody', () => {
    const seeded = `Cypress.Commands.add('signIn', () => {
  cy.request('POST', '/api/login').then(({ body }) => {
    window.localStorage.setItem('token', body.token);
  });
});
`;
    const plan = planMigration(app({ 'client/cypress/support/commands.js': seeded }), OPTIONS);
    expect(plan.files.length).toBeGreaterThan(0);
    expect(plan.refusals).toEqual([]);
    expect(plan.todos.map(({ reason }) => reason)).toEqual(['test-seeds-token']);
  });

  it('says so in the terminal, changes no file, and says how to go on', async () => {
    const root = app({ 'client/src/printer.js': PRINTER });
    const { code, out } = await httponly(root, ['migrate', '--yes', '--allow-dirty']);
    expect(code).toBe(1);
    expect(out).toContain('httponly migrate --with-marks');
    expect(out).toContain('What would be left for you');
    expect(out).toContain('client/src/printer.js:2  this still needs the token');
    expect(readFileSync(path.join(root, 'client/src/api.js'), 'utf8')).toBe(API);
    expect((await httponly(root, ['migrate', '--yes', '--allow-dirty', '--with-marks'])).code).toBe(1);
    expect(readFileSync(path.join(root, 'client/src/printer.js'), 'utf8')).toContain('TODO(httponly)');
  });
});

describe('the line that a changed line was', () => {
  it.each([
    ['a\nb\nc\n', 'a\nb\nc\n', 2, 2],
    ['a\nb\nc\n', 'new\na\nb\nc\n', 3, 2],
    ['a\nb\nc\n', 'a\nc\n', 2, 3],
    ['a\nb\nc\n', 'a\nbb\nc\n', 2, 3],
    ['a\n', 'a\nnew\n', 2, 2],
  ])('%j, now %j: line %i was line %i', (before, after, line, was) => {
    expect(lineBefore(before, after, line)).toBe(was);
  });
});
