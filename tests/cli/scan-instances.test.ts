import { describe, expect, it } from 'vitest';
import { scan } from '../../src/cli/scan.ts';
import { temporaryProject } from '../support/temporary-project.ts';

/** Where a project answers with tokens, as `file:line`. */
function answers(files: Readonly<Record<string, string>>): string[] {
  return scan(temporaryProject({ 'package.json': '{ "dependencies": { "express": "5", "fastify": "5" } }', ...files }))
    .findings.filter(({ rule }) => rule === 'no-token-in-response-body')
    .map(({ file, line }) => `${file}:${line}`);
}

const ISSUER =
  "import jwt from 'jsonwebtoken';\nexport class Issuer {\n  constructor(private readonly key: string) {}\n  async open(name: string) {\n    const pass = jwt.sign({ name }, this.key, { expiresIn: '10m' });\n    return { name, pass };\n  }\n  async greet(name: string) { return { hello: name }; }\n}\n";

describe('instances that are handed in', () => {
  it('are known by the class that a parameter says, through a field', () => {
    expect(
      answers({
        'issuer.ts': ISSUER,
        'door.ts':
          "import type { Request, Response } from 'express';\nimport type { Issuer } from './issuer.ts';\nexport class Door {\n  private issuer: Issuer;\n  constructor(issuer: Issuer) {\n    this.issuer = issuer;\n  }\n  enter = async (req: Request, res: Response) => {\n    const opened = await this.issuer.open(req.body.name);\n    res.status(200).json(opened);\n  };\n  hello = async (req: Request, res: Response) => res.json(await this.issuer.greet(req.body.name));\n}\n",
      }),
    ).toEqual(['door.ts:10']);
  });

  it('by a parameter of a function that makes routes', () => {
    expect(
      answers({
        'issuer.ts': ISSUER,
        'routes.ts':
          "import { Router } from 'express';\nimport { Issuer } from './issuer';\nexport const routes = (issuer: Issuer) => {\n  const router = Router();\n  router.post('/enter', async (req, res) => res.json(await issuer.open(req.body.name)));\n  return router;\n};\n",
      }),
    ).toEqual(['routes.ts:5']);
  });

  it('by an object of what a function needs', () => {
    expect(
      answers({
        'issuer.ts': ISSUER,
        'routes.ts':
          "import type { Express } from 'express';\nimport type { Issuer } from './issuer';\ninterface Needs { app: Express; issuer: Issuer }\nexport function mount({ app, issuer }: Needs) {\n  app.post('/enter', async (req, res) => { res.send(await issuer.open(req.body.name)); });\n}\n",
      }),
    ).toEqual(['routes.ts:5']);
  });

  it('not by a class that is another', () => {
    expect(
      answers({
        'issuer.ts': ISSUER,
        'routes.ts':
          "import type { Issuer } from 'elsewhere';\nexport const mount = (app, issuer: Issuer) => app.post('/enter', async (req, res) => res.json(await issuer.open(req.body.name)));\n",
      }),
    ).toEqual([]);
  });
});

describe('what plugins give to an app of Fastify', () => {
  const ROUTE = (call: string): string =>
    `import type { FastifyInstance } from 'fastify';\nexport default async function routes(fastify: FastifyInstance) {\n  fastify.post('/enter', async function (request, reply) {\n    const opened = await ${call}(request.body.name);\n    return reply.send(opened);\n  });\n}\n`;

  it('is an instance', () => {
    expect(
      answers({
        'issuer.ts': ISSUER,
        'plugin.ts':
          "import fp from 'fastify-plugin';\nimport { Issuer } from './issuer';\nexport default fp(async (fastify) => {\n  fastify.decorate('issuer', new Issuer(process.env.KEY!));\n});\n",
        'routes.ts': ROUTE('fastify.issuer.open'),
      }),
    ).toEqual(['routes.ts:5']);
  });

  it('is an object of functions, asked for by the request', () => {
    expect(
      answers({
        'plugin.js':
          "const fp = require('fastify-plugin');\nmodule.exports = fp(async (app) => {\n  const open = async (name) => ({ name, token: app.jwt.sign({ name }) });\n  app.decorate('sessions', { open });\n});\n",
        'routes.ts': ROUTE('request.server.sessions.open'),
      }),
    ).toEqual(['routes.ts:5']);
  });

  it('is a function', () => {
    expect(
      answers({
        'app.js':
          "const fastify = require('fastify')();\nfastify.register(require('@fastify/jwt'), { secret: process.env.KEY });\nfastify.decorate('openFor', async function (name) { return { pass: fastify.jwt.sign({ name }) }; });\nfastify.register(require('./routes'));\n",
        'routes.ts': ROUTE('fastify.openFor'),
      }),
    ).toEqual(['routes.ts:5']);
  });

  it('is nothing of a token where it gives none', () => {
    expect(
      answers({
        'issuer.ts': ISSUER,
        'plugin.ts':
          "import { Issuer } from './issuer';\nexport default async (fastify) => { fastify.decorate('issuer', new Issuer(process.env.KEY!)); };\n",
        'routes.ts': ROUTE('fastify.issuer.greet'),
      }),
    ).toEqual([]);
  });
});
