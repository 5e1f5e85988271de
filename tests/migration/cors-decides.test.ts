import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { API, migrated } from '../support/migrated-app.ts';

const PAGES = {
  'web/package.json': JSON.stringify({ name: 'web', type: 'module', dependencies: { react: '19', vite: '7' } }),
  'web/src/login.js': `export async function login(email) {
  const response = await fetch('http://localhost:5000/api/auth/login', { method: 'POST', body: JSON.stringify({ email }) });
  localStorage.setItem('token', (await response.json()).token);
}
export const orders = () => fetch('http://localhost:5000/api/orders', { headers: { Authorization: 'Bearer ' + localStorage.getItem('token') } });
`,
};

const withCors = (before: string, cors: string, more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => ({
  ...API,
  ...PAGES,
  ...more,
  'api/app.js': API['api/app.js']!.replace('const app =', `${before}\nconst app =`).replace('app.use(cors());', cors),
});

const LIST = "const allowed = ['http://localhost:5173', process.env.FRONTEND_URL];";

describe('CORS that chooses among origins by code', () => {
  it.each([
    [
      'a list and a pattern in a function',
      LIST,
      "app.use(cors({ origin: (origin, done) => done(null, !origin || allowed.includes(origin) || origin.endsWith('.acme.app')) }));",
    ],
    [
      'a function by its name',
      `${LIST}\nfunction check(origin, done) {\n  if (/acme/.test(origin)) done(null, true);\n  else done(null, false);\n}`,
      'app.use(cors({ origin: check, credentials: true }));',
    ],
    ['a pattern', '', 'app.use(cors({ origin: /\\.acme\\.app$/ }));'],
    ['a list with a pattern', '', "app.use(cors({ origin: ['http://localhost:5173', /\\.acme\\.app$/] }));"],
    [
      'a header by hand',
      `${LIST}\nconst preview = /^https:\\/\\/acme-[\\w-]+\\.app$/;`,
      `app.use((req, res, next) => {
  const { origin } = req.headers;
  if (allowed.includes(origin) || preview.test(origin)) res.header('Access-Control-Allow-Origin', origin);
  if (req.method === 'OPTIONS') return res.sendStatus(204);
  next();
});`,
    ],
  ])('is asked by the check of where requests come from: %s', async (_how, before, cors) => {
    const { code, text, out } = await migrated(withCors(before, cors));
    expect(code, out).toBe(0);
    const check = text('api/csrf-check.js');
    expect(check).toContain("if (origin === res.get('Access-Control-Allow-Origin')) return true;");
    expect(check).not.toContain('CLIENT_ORIGIN');
    expect(out).not.toContain('CLIENT_ORIGIN');
    const app = text('api/app.js');
    expect(app.search(/credentials: true|Access-Control-Allow-Credentials/)).toBeGreaterThan(0);
    // What CORS says has to be said before it is asked.
    expect(app.indexOf('app.use(refuseCrossSite)')).toBeGreaterThan(app.search(/app\.use\((?:cors\(|\(req)/));
  });

  it.each([
    ['a list alone', LIST, 'app.use(cors({ origin: allowed }));'],
    ['a list, and everybody without one', LIST, 'app.use(cors({ origin: allowed.length ? allowed : true }));'],
    [
      'a list of the environment, and everybody without one',
      "const listed = (process.env.ORIGINS || '').split(',');",
      "app.use(cors({ origin: listed.length === 0 ? '*' : listed }));",
    ],
    ['a function that looks into a list', LIST, 'app.use(cors({ origin: (origin, done) => done(null, allowed.includes(origin)) }));'],
  ])('is repeated where it is %s', async (_how, before, cors) => {
    const { text } = await migrated(withCors(before, cors));
    expect(text('api/csrf-check.js')).toContain('clientOrigins.includes(origin)');
  });

  it.each([
    ["process.env.ORIGINS ? process.env.ORIGINS.split(',') : '*'", 'https://shop.example', ['https://shop.example']],
    [
      "!process.env.ORIGINS ? true : process.env.ORIGINS.split(',')",
      'https://a.example,https://b.example',
      ['https://a.example', 'https://b.example'],
    ],
    ["process.env.ORIGINS?.split(',') || '*'", 'https://shop.example', ['https://shop.example']],
    ["process.env.ORIGINS || '*'", 'https://shop.example', ['https://shop.example']],
  ])('names the dev server where the environment names nobody, and starts: %s', async (setting, origins, named) => {
    const { text, out } = await migrated(withCors(`const origin = ${setting};`, 'app.use(cors({ origin, credentials: true }));'));
    expect(text('api/app.js')).toContain('clientOrigins');
    expect(out).toContain('CLIENT_ORIGIN=https://app.example.com');
    const list = /const clientOrigins = (.*);/.exec(text('api/csrf-check.js'))![1]!;
    const read = (env: Readonly<Record<string, string>>): unknown => runInNewContext(`JSON.stringify(${list})`, { process: { env } });
    expect(read({})).toBe('["http://localhost:5173"]');
    expect(read({ NODE_ENV: 'production', CLIENT_ORIGIN: 'https://app.example.com' })).toBe('["https://app.example.com"]');
    expect(read({ ORIGINS: origins })).toBe(JSON.stringify(named));
  });

  it.each([
    [
      'in the settings',
      '',
      "app.use(cors({ origin: ['https://a.example', 'http://localhost:5173'], credentials: true }));",
      'cors({ origin: clientOrigins, credentials: true })',
    ],
    ['in a variable', LIST, 'app.use(cors({ origin: allowed }));', 'const allowed = clientOrigins;'],
    [
      'in a variable that a function looks into',
      LIST,
      'app.use(cors({ origin: (origin, done) => done(null, !origin || allowed.includes(origin)) }));',
      'const allowed = clientOrigins;',
    ],
    [
      'with what the environment may leave out',
      '',
      "app.use(cors({ origin: [process.env.ORIGIN, 'http://localhost:5173'].filter(Boolean) }));",
      'cors({ origin: clientOrigins, credentials: true })',
    ],
  ])('is one list for both: %s', async (_how, before, cors, wanted) => {
    const { code, text } = await migrated(withCors(before, cors));
    expect(text('api/app.js')).toContain(wanted);
    expect(text('api/app.js')).not.toContain('localhost:5173');
    expect(text('api/csrf-check.js')).toContain('clientOrigins.includes(origin)');
    expect(text('api/csrf-check.js')).toMatch(/module\.exports = \{ clientOrigins,/);
    expect(code).toBe(0);
  });

  it('is the list of another module where it is there already', async () => {
    const { text } = await migrated({
      ...withCors('', ''),
      'api/origins.js': "const allowed = ['http://localhost:5173'];\nmodule.exports = { allowed };\n",
      'api/app.js': withCors("const { allowed } = require('./origins');", 'app.use(cors({ origin: allowed }));')['api/app.js']!,
    });
    // What another module says already is asked there.
    expect(text('api/csrf-check.js')).toContain("require('./origins')");
    expect(text('api/app.js')).toContain('cors({ origin: allowed');
  });

  it('stays a setting with a default of its own', async () => {
    const { text } = await migrated(withCors('', "app.use(cors({ origin: process.env.ORIGIN || 'http://localhost:5173' }));"));
    expect(text('api/csrf-check.js')).toContain("const clientOrigins = [process.env.ORIGIN || 'http://localhost:5173'].flat();");
  });

  it.each([
    ['everybody', '', 'app.use(cors({ origin: true }));'],
    ['everybody by a function', '', 'app.use(cors({ origin: (origin, done) => done(null, true) }));'],
    ['everybody by a function with a name', 'function all(origin, done) {\n  done(null, true);\n}', 'app.use(cors({ origin: all }));'],
  ])('is not asked where it lets in %s', async (_how, before, cors) => {
    const { text } = await migrated(withCors(before, cors));
    expect(text('api/csrf-check.js')).not.toContain('Access-Control-Allow-Origin');
  });
});
