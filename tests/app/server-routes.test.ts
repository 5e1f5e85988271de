import { describe, expect, it } from 'vitest';
import { named, routesIn } from './server-app.ts';

function names(files: Readonly<Record<string, string>>): (string | undefined)[] {
  return routesIn(files).map(named);
}

const APP = "const express = require('express');\nconst app = express();\n";

describe('routes under their whole path', () => {
  it('on an app by any name, handed to a module that adds to it', () => {
    expect(
      names({
        'index.js': "const express = require('express');\nconst web = express();\nrequire('./doors')(web);\nweb.listen(1);\n",
        'doors.js': "module.exports = (web) => {\n  web.post('/login', login);\n};\n",
      }),
    ).toEqual(['POST /login']);
  });

  it('of routers on routers, with prefixes in constants', () => {
    expect(
      names({
        'index.js': `${APP}const { V1 } = require('./paths');\napp.use(V1, require('./routes'));\n`,
        'paths.js': "exports.V1 = '/api/v1';\n",
        'routes/index.js':
          "const { Router } = require('express');\nconst all = Router();\nall.use('/auth', require('./auth'));\nmodule.exports = all;\n",
        'routes/auth.js':
          "const { Router } = require('express');\nconst doors = Router();\ndoors.route('/session').post(enter).delete(leave);\nmodule.exports = doors;\n",
      }),
    ).toEqual(['POST /api/v1/auth/session', 'DELETE /api/v1/auth/session']);
  });

  it('of a loop over a list', () => {
    expect(
      names({
        'index.js': `${APP}const list = [{ path: '/auth', router: require('./auth') }];\nfor (const { path, router } of list) app.use('/api' + path, router);\n`,
        'auth.js': "const r = require('express').Router();\nr.post('/login', login);\nmodule.exports = r;\n",
      }).map((one) => one?.replace(' ?', '')),
    ).toContain('POST /api/auth/login');
  });

  it('of factories and classes that hold the router', () => {
    expect(
      names({
        'index.ts':
          "import express from 'express';\nimport { doors } from './doors';\nimport { Notes } from './notes';\nconst service = express();\nservice.use('/doors', doors(db));\nservice.use('/notes', new Notes().routes);\n",
        'doors.ts':
          "import { Router } from 'express';\nexport function doors(db: Db) {\n  const made = Router();\n  made.post('/open', open(db));\n  return made;\n}\n",
        'notes.ts':
          "import { Router } from 'express';\nexport class Notes {\n  readonly routes = Router();\n  constructor() {\n    this.routes.get('/', this.list);\n  }\n}\n",
      }),
    ).toEqual(['POST /doors/open', 'GET /notes']);
  });

  it('and those of which it is not seen what they hang on, as unknown', () => {
    expect(names({ 'auth.js': "const router = require('express').Router();\nrouter.post('/login', login);\n" })).toEqual(['POST /login ?']);
  });

  it('with what runs before them', () => {
    const [route] = routesIn({
      'index.js': `${APP}app.use(first);\napp.use('/api', second, require('./api'));\napp.use('/other', third);\n`,
      'api.js': "const api = require('express').Router();\napi.use(fourth);\napi.get('/me', me);\nmodule.exports = api;\n",
    });
    expect(route?.before.map(({ file, node }) => file.text.slice(...node.range))).toEqual(['first', 'second', 'fourth']);
  });
});

describe('routes for developers and tests', () => {
  it.each([
    ["if (process.env.NODE_ENV !== 'production') app.post('/door', door);", true],
    ["if (process.env.NODE_ENV === 'test') { app.post('/door', door); }", true],
    ["const isDev = process.env.NODE_ENV === 'development';\nif (isDev) app.post('/door', door);", true],
    ["process.env.NODE_ENV !== 'production' && app.post('/door', door);", true],
    ["if (process.env.NODE_ENV === 'production') serve(app); else app.post('/door', door);", true],
    ["app.post('/test/door', door);", true],
    ["if (process.env.NODE_ENV !== 'test') app.post('/door', door);", false],
    ["if (process.env.NODE_ENV === 'production') app.post('/door', door);", false],
    ["if (config.passwords) app.post('/door', door);", false],
    ["app.post('/latest/door', door);", false],
  ])('%s', (line, isForDevelopment) => {
    expect(routesIn({ 'index.js': `${APP}${line}\n` }).map((route) => route.isForDevelopment)).toEqual([isForDevelopment]);
  });

  it('and routers that are mounted for them', () => {
    expect(
      routesIn({
        'index.js': `${APP}if (process.env.NODE_ENV !== 'production') app.use('/seed', require('./seed'));\n`,
        'seed.js': "const r = require('express').Router();\nr.post('/user', seed);\nmodule.exports = r;\n",
      }).map((route) => route.isForDevelopment),
    ).toEqual([true]);
  });
});
