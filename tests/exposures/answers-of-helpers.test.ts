import { describe, expect, it } from 'vitest';
import { scan } from '../../src/cli/scan.ts';
import { temporaryProject } from '../support/temporary-project.ts';

/** Where the rule about answers speaks, as `file:line`, of a sign-in whose helpers are in a file of their own. */
function reported(helpers: string, handler: string, imported = '{ answer }'): string[] {
  const files = {
    'src/answer.ts': `import type { Response } from 'express';\n${helpers}`,
    'src/login.ts': `import express from 'express';
import jwt from 'jsonwebtoken';
import ${imported} from './answer';
const issue = (user) => jwt.sign({ id: user.id }, process.env.KEY, { expiresIn: '5m' });
const router = express.Router();
router.post('/login', async (req, res) => {
  ${handler}
});
export default router;
`,
  };
  return scan(temporaryProject(files), { preset: 'recommended' })
    .findings.filter(({ rule }) => rule.endsWith('no-token-in-response-body'))
    .map(({ file, line }) => `${file}:${line}`);
}

describe('answers by helpers of another file', () => {
  it.each([
    [
      'with a status and a message before the data',
      'export const answer = (res: Response, status: number, message: string, data: unknown) => res.status(status).json({ message, data });',
      "return answer(res, 200, 'Welcome', { token: issue(req.user) });",
    ],
    [
      'a static method that hands on to another',
      `export class answer {
  static success(res: Response, data: unknown) { return answer.write(res, 200, { ok: true, data }); }
  private static write(res: Response, code: number, body: unknown) { res.status(code).json(body); }
}`,
      'answer.success(res, { token: issue(req.user) });',
    ],
    [
      'a function made for the response',
      'export const answer = (res: Response) => (body: unknown, code = 200) => res.status(code).json(body);',
      'const send = answer(res); send({ accessToken: issue(req.user) });',
    ],
    [
      'everything in one object',
      'export function answer({ res, status = 200, data }: { res: Response; status?: number; data: unknown }) { res.status(status).json({ data }); }',
      'answer({ res, data: { token: issue(req.user) } });',
    ],
    [
      'a class around the data',
      'export class answer { constructor(public status: number, public data: unknown) {} }',
      'res.status(200).json(new answer(200, { token: issue(req.user) }));',
    ],
    [
      'a helper that puts the token in and returns the answer',
      'export const answer = (data: object, token: string) => Object.assign(data, { token });',
      'const data = { user: req.user }; res.json(answer(data, issue(req.user)));',
    ],
    [
      'an object that is filled before',
      'export const answer = { ok: (res: Response, data: unknown) => { res.status(200).send({ data }); } };',
      'const data: any = { user: req.user }; data.token = issue(req.user); answer.ok(res, data);',
    ],
  ])('%s', (_, helpers, handler) => {
    expect(reported(helpers, handler)).toEqual(['src/login.ts:7']);
  });

  it.each([
    [
      'another part of the object is answered with',
      'export function answer({ res, data, cookie }: any) { res.cookie("session", cookie, { httpOnly: true, secure: true, sameSite: "lax" }); res.json({ data }); }',
      'answer({ res, data: { user: req.user }, cookie: issue(req.user) });',
    ],
    [
      'another argument is answered with',
      'export function answer(res: Response, user: unknown, token: string) { keep(token); res.json({ user }); }',
      'answer(res, req.user, issue(req.user));',
    ],
    [
      'what is made for the response answers with other things',
      'export const answer = (res: Response) => (body: unknown) => res.status(200).json(body);',
      'const token = issue(req.user); keep(token); answer(res)({ expires_at: 3 });',
    ],
  ])('not: %s', (_, helpers, handler) => {
    expect(reported(helpers, handler)).toEqual([]);
  });

  it('says of which file the line is that it names', () => {
    const { findings } = scan(
      temporaryProject({
        'src/lib/tokens.ts':
          "import jwt from 'jsonwebtoken';\n\nexport const issue = (id: number) => jwt.sign({ id }, process.env.KEY!, { expiresIn: '5m' });\n",
        'src/routes/login.ts':
          "import express from 'express';\nimport { issue } from '../lib/tokens';\nexpress.Router().post('/login', (req, res) => res.json({ token: issue(1) }));\n",
      }),
      { preset: 'recommended' },
    );
    const [only] = findings.filter(({ rule }) => rule.endsWith('no-token-in-response-body'));
    expect(only?.message).toContain('it is issued by jwt.sign (line 3 of lib/tokens.ts)');
  });

  it('names the storage that a call of a helper chooses', () => {
    const { findings } = scan(
      temporaryProject({
        'src/keep.ts':
          'export const keep = (key: string, value: string, brief?: boolean) => (brief ? sessionStorage : localStorage).setItem(key, value);\n',
        'src/login.ts': "import { keep } from './keep';\nkeep('accessToken', data.token);\nkeep('accessToken', data.token, true);\n",
      }),
      { preset: 'recommended' },
    );
    expect(findings.map(({ line, message }) => `${line} ${/into (\w+),/.exec(message)?.[1]}`)).toEqual([
      '2 localStorage',
      '3 sessionStorage',
    ]);
  });
});
