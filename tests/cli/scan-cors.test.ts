import { describe, expect, it } from 'vitest';
import { scan } from '../../src/cli/scan.ts';
import { temporaryProject } from '../support/temporary-project.ts';

/** What is said of the CORS policies of a project, by message. */
function said(files: Readonly<Record<string, string>>): string[] {
  return scan(temporaryProject({ 'package.json': '{}', ...files }))
    .findings.filter(({ rule }) => rule === 'no-permissive-credentialed-cors')
    .map(({ messageId }) => messageId);
}

const BEARER =
  "import jwt from 'jsonwebtoken';\nexport const guard = (req, res, next) => { jwt.verify(req.headers.authorization, key); next(); };\n";

describe('credentials for every origin, of an app that uses no cookies', () => {
  it('open nothing yet', () => {
    expect(
      said({
        'server.js':
          "import express from 'express';\nimport cors from 'cors';\nimport { guard } from './guard.js';\nconst app = express();\napp.use(cors({ origin: true, credentials: true })); // allow cookies\napp.use(guard);\napp.listen(3000);\n",
        'guard.js': BEARER,
      }),
    ).toEqual(['unused']);
    expect(
      said({
        'src/main.ts':
          "import { NestFactory } from '@nestjs/core';\nconst app = await NestFactory.create(AppModule);\napp.enableCors({ origin: '*', credentials: true });\nawait app.listen(3000);\n",
        'src/guard.ts': BEARER,
      }),
    ).toEqual(['unused']);
    expect(
      said({
        'app.js':
          "const app = require('fastify')();\napp.register(require('@fastify/cors'), { credentials: true, origin: (origin, done) => done(null, origin.endsWith('.vercel.app')) });\napp.listen({ port: 80 });\n",
      }),
    ).toEqual(['unused']);
  });

  it.each([
    ['sets one', 'res.cookie(name, value);'],
    ['reads one', 'const id = req.cookies.sid;'],
    ['has sessions', "import session from 'express-session';"],
    ['sets one by its header', "res.setHeader('Set-Cookie', serialized);"],
  ])('is told of what they open where another file %s', (_name, line) => {
    expect(
      said({
        'server.js':
          "import express from 'express';\nimport cors from 'cors';\nconst app = express();\napp.use(cors({ origin: true, credentials: true }));\napp.listen(3000);\n",
        'other.js': `${line}\n`,
      }),
    ).toEqual(['reflected']);
  });
});
