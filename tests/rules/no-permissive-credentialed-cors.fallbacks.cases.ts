import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-permissive-credentialed-cors',
  valid: [
    {
      name: 'nobody where nothing is set',
      filename: 'server/a.js',
      code: `
const cors = require('cors');
let origin = false;
if (process.env.PAGES) origin = process.env.PAGES.split(',');
app.use(cors({ origin, credentials: true }));
`,
    },
    {
      name: 'a site where nothing is set',
      filename: 'server/b.js',
      code: `
import cors from 'cors';
app.use(cors({ origin: settings.get('PAGES', 'https://app.example.com'), credentials: true }));
`,
    },
    {
      name: 'a list of a function',
      filename: 'server/c.js',
      code: `
import cors from 'cors';
const pages = () => (process.env.PAGES ? process.env.PAGES.split(',') : ['https://app.example.com']);
app.use(cors({ origin: pages(), credentials: true }));
`,
    },
    {
      name: 'everybody while developing',
      filename: 'server/d.js',
      code: `
import cors from 'cors';
function pages() {
  return process.env.NODE_ENV === 'development' ? '*' : process.env.PAGES.split(',');
}
app.use(cors({ origin: pages(), credentials: true }));
`,
    },
    {
      name: 'everybody, without cookies',
      filename: 'server/e.js',
      code: `
import cors from 'cors';
app.use(cors({ origin: process.env.PAGES ? process.env.PAGES.split(',') : '*', credentials: false }));
`,
    },
    {
      name: 'a value of another map',
      filename: 'server/f.js',
      code: `
import cors from 'cors';
app.use(cors({ origin: pages.get(tenant, '*'), credentials: true }));
`,
    },
  ],
  invalid: [
    {
      name: 'everybody where nothing is set',
      filename: 'server/a.js',
      code: `
const cors = require('cors');
let origin = '*';
if (process.env.PAGES) {
  origin = process.env.PAGES.split(',');
}
app.use(cors({ origin, credentials: true }));
`,
      errors: [{ messageId: 'any', line: 7, column: 16 }],
    },
    {
      name: 'declared first and set in both branches',
      filename: 'server/a2.ts',
      code: `
import { cors } from 'hono/cors';
let who: string | string[];
if (process.env.PAGES) who = process.env.PAGES.split(',');
else who = '*';
app.use('*', cors({ origin: who, credentials: true }));
`,
      errors: [{ messageId: 'any', line: 6, column: 29 }],
    },
    {
      name: 'by a default of a setting',
      filename: 'src/main.ts',
      code: `
import { NestFactory } from '@nestjs/core';
const app = await NestFactory.create(AppModule);
app.enableCors({ origin: app.get(ConfigService).get('PAGES', '*'), credentials: true });
`,
      errors: [{ messageId: 'any', line: 4, column: 26 }],
    },
    {
      name: 'by a default of a setting, everybody by name',
      filename: 'server/b.js',
      code: `
import Fastify from 'fastify';
import cors from '@fastify/cors';
const app = Fastify();
app.register(cors, { origin: env('PAGES', true), credentials: true });
`,
      errors: [{ messageId: 'reflected', line: 5, column: 30 }],
    },
    {
      name: 'by what a function gives',
      filename: 'server/c.js',
      code: `
import cors from 'cors';
function pages() {
  if (!process.env.PAGES) return true;
  return process.env.PAGES.split(',').map((one) => one.trim());
}
app.use(cors({ origin: pages(), credentials: true }));
`,
      errors: [{ messageId: 'reflected', line: 7, column: 24 }],
    },
    {
      name: 'by a function in short',
      filename: 'server/c2.js',
      code: `
import cors from 'cors';
const pages = () => process.env.PAGES?.split(';') ?? '*';
app.use(cors({ credentials: true, origin: pages() }));
`,
      errors: [{ messageId: 'any', line: 4, column: 43 }],
    },
    {
      name: 'by a method',
      filename: 'server/c3.ts',
      code: `
import cors from 'cors';
class Settings {
  static pages() {
    return process.env.PAGES || '*';
  }
}
app.use(cors({ credentials: true, origin: Settings.pages() }));
`,
      errors: [{ messageId: 'any', line: 8, column: 43 }],
    },
  ],
} satisfies RuleCases;
