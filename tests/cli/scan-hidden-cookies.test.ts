import { describe, expect, it } from 'vitest';
import { scan } from '../../src/cli/scan.ts';
import { temporaryProject } from '../support/temporary-project.ts';

const NUXT = '{"dependencies":{"nuxt":"3","jsonwebtoken":"9"}}';

const login = (options: string): string => `import jwt from 'jsonwebtoken';
export default defineEventHandler(async (event) => {
  const user = await find(await readBody(event));
  setCookie(event, 'token', jwt.sign({ sub: user.id }, process.env.KEY, { expiresIn: '10m' }), ${options});
  return { name: user.name };
});
`;

const HIDDEN = login("{ httpOnly: true, secure: true, sameSite: 'lax' }");
const OPEN = login("{ httpOnly: false, secure: true, sameSite: 'lax' }");

/** What is said of cookies that scripts can read, as `file:line message`. */
function readable(server: string, page: string): string[] {
  return scan(temporaryProject({ 'package.json': NUXT, 'server/api/login.post.ts': server, 'middleware/auth.ts': page }), {})
    .findings.filter(({ rule }) => rule === 'no-script-readable-token-cookie')
    .map(({ file, line, messageId }) => `${file}:${line} ${messageId}`);
}

const GUARD = `export default defineNuxtRouteMiddleware(() => {
  const token = useCookie('token');
  if (!token.value) return navigateTo('/login');
});
`;
const AT_ONCE = "export default defineNuxtRouteMiddleware(() => (useCookie('token').value ? undefined : navigateTo('/login')));\n";
const SETS = `export const keep = (answer) => {
  const token = useCookie('token');
  token.value = answer.token;
};
`;

describe('a cookie that a page asks for by useCookie', () => {
  it('is not kept by script where the server hides it', () => {
    expect(readable(HIDDEN, GUARD)).toEqual([]);
    expect(readable(HIDDEN, AT_ONCE)).toEqual([]);
  });

  it('is where scripts can read what the server sets', () => {
    expect(readable(OPEN, GUARD)).toEqual(['middleware/auth.ts:2 kept']);
    expect(readable(OPEN, AT_ONCE)).toEqual(['middleware/auth.ts:1 read']);
  });

  it('is where a page sets it as well', () => {
    expect(readable(HIDDEN, SETS)).toEqual(['middleware/auth.ts:2 kept']);
  });

  it('is where it is another cookie', () => {
    expect(readable(HIDDEN, GUARD.replace("'token'", "'access_token'"))).toEqual(['middleware/auth.ts:2 kept']);
  });
});
