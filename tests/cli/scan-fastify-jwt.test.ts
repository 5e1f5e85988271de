import { describe, expect, it } from 'vitest';
import { scan } from '../../src/cli/scan.ts';
import { temporaryProject } from '../support/temporary-project.ts';

/** Where tokens of a project live too long, as `file:line message`. */
function longLived(files: Readonly<Record<string, string>>): string[] {
  return scan(temporaryProject({ 'package.json': '{ "dependencies": { "fastify": "5", "@fastify/jwt": "9" } }', ...files }))
    .findings.filter(({ rule }) => rule === 'max-token-lifetime')
    .map(({ file, line, messageId }) => `${file}:${line} ${messageId}`);
}

const plugin = (more: string): string =>
  `import fp from 'fastify-plugin';\nimport fastifyJwt from '@fastify/jwt';\nexport default fp(async (app) => { await app.register(fastifyJwt, { secret: process.env.KEY${more} }); });\n`;
const ROUTES =
  "import type { FastifyInstance } from 'fastify';\nexport async function routes(app: FastifyInstance) {\n  app.post('/enter', async (request, reply) => {\n    const token = app.jwt.sign({ sub: request.body.id });\n    reply.setCookie('session', token, { httpOnly: true, secure: true, sameSite: 'lax' });\n  });\n}\n";

describe("what Fastify's plugin signs", () => {
  it('never ends where neither call nor registration says when', () => {
    expect(longLived({ 'src/jwt.ts': plugin(''), 'src/routes.ts': ROUTES })).toEqual(['src/routes.ts:4 forEver']);
  });

  it('ends when the registration says', () => {
    expect(longLived({ 'src/jwt.ts': plugin(", sign: { expiresIn: '15m' }"), 'src/routes.ts': ROUTES })).toEqual([]);
  });

  it('may end where the registration is not seen as a whole, or at all', () => {
    expect(longLived({ 'src/jwt.ts': plugin(', ...options'), 'src/routes.ts': ROUTES })).toEqual([]);
    expect(longLived({ 'src/routes.ts': ROUTES })).toEqual([]);
  });
});
