import { describe, expect, it } from 'vitest';
import { scan } from '../../src/cli/scan.ts';
import { temporaryProject } from '../support/temporary-project.ts';

const answered = (files: Readonly<Record<string, string>>): string[] =>
  scan(temporaryProject(files))
    .findings.filter(({ rule }) => rule === 'no-token-in-response-body')
    .map(({ file, line }) => `${file}:${line}`);

const NEXT = JSON.stringify({ dependencies: { next: '15', react: '19' } });

describe('answers that other modules make', () => {
  it('follows what a route hands to a maker of answers, whatever it is called', () => {
    const files = {
      'package.json': NEXT,
      'lib/http.ts': `
export const wrapped = (content: unknown, status = 200) => Response.json({ content }, { status });
export const logged = (content: unknown) => { console.log(content); return Response.json({ ok: true }); };
`,
      'app/api/session/route.ts': `
import { logged, wrapped } from '../../../lib/http';
export async function POST(request: Request) {
  const accessToken = await signIn(await request.json());
  return wrapped({ accessToken });
}
export async function PUT() {
  return logged({ accessToken: true });
}
`,
    };
    expect(answered(files)).toEqual(['app/api/session/route.ts:5']);
  });

  it('follows what is handed to a helper with the context of Hono', () => {
    const files = {
      'package.json': JSON.stringify({ dependencies: { hono: '4' } }),
      'server/respond.ts': `
export const respond = (c: any, status: number, message: string, data?: unknown) => c.json({ message, data }, status);
export const noted = (c: any, data: unknown) => { audit(data); return c.json({ ok: true }); };
`,
      'server/wrapped.ts': `
import type { Context } from 'hono';
import { respond } from './respond';
export const done = (context: Context, data: unknown) => respond(context, 200, 'done', data);
`,
      'server/auth.ts': `
import { Hono } from 'hono';
import { noted, respond } from './respond';
import { done } from './wrapped';
const routes = new Hono();
routes.post('/login', async (c) => {
  const accessToken = await signIn(c.req);
  return respond(c, 200, 'welcome', { accessToken, user: c.get('user') });
});
routes.post('/renew', async (c) => {
  return done(c, { accessToken: await signIn(c.req) });
});
routes.post('/noted', async (c) => noted(c, { accessToken: await signIn(c.req) }));
export default routes;
`,
    };
    expect(answered(files)).toEqual(['server/auth.ts:8', 'server/auth.ts:11']);
  });

  it('follows what is handed to a static envelope, and to one that is made', () => {
    const files = {
      'server/http.js': `
export class Parcel {
  static around(content, note) {
    return { ok: true, content };
  }
  static of(res, content) {
    return res.status(200).json(new Parcel(content));
  }
  constructor(content) {
    this.content = content;
  }
}
`,
      'server/auth.js': `
import { Parcel } from './http.js';
export const login = async (req, res) => res.json(Parcel.around({ accessToken: await sign(req.user) }, 'welcome'));
export const renew = async (req, res) => Parcel.of(res, { accessToken: await sign(req.user) });
export const noted = async (req, res) => res.json(Parcel.around({ ok: true }, { accessToken: await sign(req.user) }));
`,
    };
    expect(answered(files)).toEqual(['server/auth.js:3', 'server/auth.js:4']);
  });

  it('sees what a helper puts into what it gives back', () => {
    const files = {
      'server/shown.js': `
export function shown(user) {
  const out = user.toJSON();
  out.accessToken = issue(user);
  return out;
}
`,
      'server/auth.js': `
import { shown } from './shown.js';
export const login = (req, res) => res.json(shown(req.user));
`,
    };
    expect(answered(files)).toEqual(['server/auth.js:3']);
  });

  it('sees what a service of another module promises', () => {
    const files = {
      'server/service.js': `
import jwt from 'jsonwebtoken';
export async function enter(body) {
  const user = await User.findOne(body);
  return { ...user, token: jwt.sign({ sub: user.id }, process.env.KEY, { expiresIn: '5m' }) };
}
`,
      'server/auth.js': `
import { enter } from './service.js';
router.post('/login', (req, res, next) => {
  enter(req.body)
    .then((user) => (user ? res.json(user) : res.status(401).end()))
    .catch(next);
});
`,
    };
    expect(answered(files)).toEqual(['server/auth.js:5']);
  });
});

it('says of a line of another file which file it is of', () => {
  const root = temporaryProject({
    'package.json': JSON.stringify({ dependencies: { express: '5', jsonwebtoken: '9' } }),
    'service.js':
      "import jwt from 'jsonwebtoken';\n\nexport const login = (user) => {\n  const accessToken = jwt.sign({ sub: user.id }, process.env.JWT_SECRET, { expiresIn: '15m' });\n  return { status: 'ok', data: { accessToken } };\n};\n",
    'routes.js':
      "import { Router } from 'express';\nimport { login } from './service.js';\nexport const router = Router();\nrouter.post('/login', (req, res) => {\n  const result = login(req.user);\n  res.json(result);\n});\n",
  });
  const [found] = scan(root).findings.filter(({ rule }) => rule === 'no-token-in-response-body');
  expect(found?.file).toBe('routes.js');
  expect(found?.message).toContain('(line 4 of service.js)');
});
