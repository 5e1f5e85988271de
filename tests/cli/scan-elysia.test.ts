import { describe, expect, it } from 'vitest';
import { scan } from '../../src/cli/scan.ts';
import { temporaryProject } from '../support/temporary-project.ts';

/** Where tokens of a project live too long, as `file:line message`. */
function longLived(files: Readonly<Record<string, string>>): string[] {
  return scan(temporaryProject({ 'package.json': '{ "dependencies": { "elysia": "1", "@elysiajs/jwt": "1" } }', ...files }))
    .findings.filter(({ rule }) => rule === 'max-token-lifetime')
    .map(({ file, line, messageId }) => `${file}:${line} ${messageId}`);
}

const PLUGIN =
  "import { Elysia } from 'elysia';\nimport { jwt } from '@elysiajs/jwt';\nexport const tokens = new Elysia().use(jwt({ secret: Bun.env.JWT_SECRET! }));\n";
const route = (claims: string): string =>
  `import { Elysia } from 'elysia';\nimport { tokens } from './tokens';\nexport const enter = new Elysia().use(tokens).post('/enter', async ({ jwt, body }) => ({ token: await jwt.sign({ ${claims} }) }));\n`;

describe("Elysia's plugin in a file of its own", () => {
  it('issues tokens that never end, where nobody says when', () => {
    expect(longLived({ 'src/tokens.ts': PLUGIN, 'src/enter.ts': route('id: body.id') })).toEqual(['src/tokens.ts:3 forEver']);
  });

  it('says nothing where who signs says when', () => {
    expect(longLived({ 'src/tokens.ts': PLUGIN, 'src/enter.ts': route('id: body.id, exp: Math.floor(Date.now() / 1000) + 900') })).toEqual(
      [],
    );
  });

  it('says nothing where nobody signs', () => {
    expect(longLived({ 'src/tokens.ts': PLUGIN })).toEqual([]);
  });
});
