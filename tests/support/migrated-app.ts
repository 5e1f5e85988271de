import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Said } from './run-httponly.ts';
import { changes, httponly } from './run-httponly.ts';
import { temporaryProject } from './temporary-project.ts';

/** A server that people sign in to, with a guard: for apps of which a test varies the pages. */
export const API: Readonly<Record<string, string>> = {
  'api/package.json': JSON.stringify({ name: 'api', dependencies: { cors: '2', express: '4', jsonwebtoken: '9' } }, undefined, 2),
  'api/app.js': `const express = require('express');
const cors = require('cors');
const jwt = require('jsonwebtoken');
const guard = require('./guard');

const app = express();
app.use(cors());
app.use(express.json());
app.post('/api/auth/login', async (req, res) => {
  const user = await find(req.body.email);
  res.json({ user, token: jwt.sign({ sub: user.id, name: user.name }, process.env.JWT_SECRET, { expiresIn: '1h' }) });
});
app.get('/api/orders', guard, (req, res) => res.json([]));
app.listen(5000);
`,
  'api/guard.js': `const jwt = require('jsonwebtoken');

module.exports = function guard(req, res, next) {
  const header = req.headers.authorization;
  if (!header) return res.sendStatus(401);
  req.user = jwt.verify(header.slice(7), process.env.JWT_SECRET);
  next();
};
`,
};

/** What a migration made of an app. */
export interface Migrated extends Said {
  /** The files that changed, relative to the root. */
  readonly written: readonly string[];
  /** The text of a file as it is afterwards. */
  readonly text: (file: string) => string;
}

/** Migrates an app in a folder of its own. */
export async function migrated(files: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Migrated> {
  const root = temporaryProject(files, { git: true });
  const said = await httponly(root, ['migrate', '--yes', '--with-marks', ...args]);
  return {
    ...said,
    written: changes(root).map((line) => line.slice(3)),
    text: (file) => readFileSync(path.join(root, file), 'utf8'),
  };
}
