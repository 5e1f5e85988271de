// npm run demo: what httponly finds in an example app, the migration of a copy of it, and what it finds then.
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('..', import.meta.url));
const command = path.join(repository, 'dist/cli.js');
const app = path.join(mkdtempSync(path.join(tmpdir(), 'httponly-demo-')), 'react-express');

cpSync(path.join(repository, 'examples/react-express'), app, {
  recursive: true,
  filter: (from) => !/[/\\](?:node_modules|dist)$/.test(from),
});
const git = (...words) => execFileSync('git', ['-c', 'user.name=demo', '-c', 'user.email=demo@example.com', ...words], { cwd: app });
git('init', '--quiet');
git('add', '--all');
git('commit', '--quiet', '--message', 'The app before');

const show = (title, ...words) => {
  console.log(`\n\x1b[1m${title}\x1b[0m\n\x1b[2m$ httponly ${words.join(' ')}\x1b[0m\n`);
  const { status } = spawnSync(process.execPath, [command, ...words], { cwd: app, stdio: 'inherit' });
  return status;
};

console.log(`A copy of examples/react-express (React, Vite, axios and fetch; Express): ${app}`);
// 1: there are findings, which is what the example is for.
const before = show('What is within reach of scripts', 'scan');
const migrated = show('The migration, client and server together', 'migrate', '--yes');
const after = show('What is within reach now', 'scan');
// The migrated server does not start without a secret of its own, which no repository holds.
const example = readFileSync(path.join(app, 'server/.env.example'), 'utf8');
writeFileSync(path.join(app, 'server/.env'), example.replace(/^JWT_SECRET=.*$/m, `JWT_SECRET=${randomBytes(32).toString('hex')}`));
console.log('\nserver/.env has a JWT_SECRET that was made for this copy.');
console.log(`To see it run, at http://localhost:5173: cd ${app} && npm install && npm run build && npm start`);
process.exitCode = before === 1 && migrated === 0 && after === 0 ? 0 : 1;
