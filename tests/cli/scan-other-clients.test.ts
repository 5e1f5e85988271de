import { describe, expect, it } from 'vitest';
import { scan } from '../../src/cli/scan.ts';
import { temporaryProject } from '../support/temporary-project.ts';

const reported = (files: Readonly<Record<string, string>>): string[] =>
  scan(
    temporaryProject({ 'package.json': '{ "dependencies": { "react": "19", "axios": "1", "socket.io-client": "4" } }', ...files }),
  ).findings.map(({ file, line, rule }) => `${file}:${line} ${rule}`);

const LIVE = "import { io } from 'socket.io-client';\nexport const live = io('http://localhost:4000');\n";
const READ = "const key = localStorage.getItem('token');\n";

describe('a client that another file makes', () => {
  it.each([
    ['a message of a socket', `import { live } from './live';\n${READ}live.emit('seen', { token: key });\n`],
    [
      'the same by another name',
      `import { live as line } from './live';\n${READ}export const seen = () => line.emit('seen', { token: key });\n`,
    ],
    ['of a namespace', `import * as sockets from './live';\n${READ}sockets.live.emit('seen', { token: key, at: 1 });\n`],
  ])('takes a token as it does where it is made: %s', (_, page) => {
    expect(reported({ 'live.js': LIVE, 'page.js': page })).toContain('page.js:3 no-client-bearer-token');
  });

  it('takes what is no token as well', () => {
    expect(reported({ 'live.js': LIVE, 'page.js': "import { live } from './live';\nlive.emit('seen', { at: Date.now() });\n" })).toEqual(
      [],
    );
  });
});
