import { describe, expect, it } from 'vitest';
import { scan } from '../../src/cli/scan.ts';
import { temporaryProject } from '../support/temporary-project.ts';

/** The lines of a file that hands claims to a helper of another file, where the rule about claims speaks. */
function reported(helper: string, code: string): number[] {
  const files = {
    'src/tokens.ts': `import jwt from 'jsonwebtoken';\n${helper}`,
    'src/login.ts': `import { signToken } from './tokens';\n${code}`,
  };
  return scan(temporaryProject(files), { preset: 'recommended' })
    .findings.filter(({ rule, file }) => rule.endsWith('no-sensitive-jwt-claims') && file.endsWith('login.ts'))
    .map(({ line }) => line);
}

describe('claims that are handed to a helper of another file', () => {
  it.each([
    [
      'a payload',
      "export const signToken = (payload: object) => jwt.sign(payload, process.env.KEY!, { expiresIn: '15m' });",
      'export const a = (user) => signToken({ id: user.id, password: user.password });',
    ],
    [
      'a document that is spread there',
      'export function signToken(kind: string, who: any) { return jwt.sign({ kind, ...who }, process.env.KEY!); }',
      "export async function a(email) { const user = await User.findOne({ email }); return signToken('access', user); }",
    ],
    [
      'a static method',
      "export class signToken { static make(claims: object) { return jwt.sign(claims, process.env.KEY!, { expiresIn: '15m' }); }\n static signFor(claims: object) { return jwt.sign(claims, process.env.KEY!, { expiresIn: '15m' }); } }",
      'export const a = (user) => signToken.signFor({ sub: user.id, ssn: user.ssn });',
    ],
  ])('%s', (_, helper, code) => {
    expect(reported(helper, code)).toEqual([2]);
  });

  it.each([
    [
      'what everybody may know',
      "export const signToken = (payload: object) => jwt.sign(payload, process.env.KEY!, { expiresIn: '15m' });",
      'export const a = (user) => signToken({ id: user.id, name: user.name });',
    ],
    [
      'another argument',
      "export const signToken = (payload: object, form: object) => { check(form); return jwt.sign(payload, process.env.KEY!, { expiresIn: '15m' }); };",
      'export const a = (user, form) => signToken({ id: user.id }, { password: form.password });',
    ],
    [
      'a helper that signs something else',
      "export const signToken = (form: any) => jwt.sign({ id: form.id }, process.env.KEY!, { expiresIn: '15m' });",
      'export const a = (form) => signToken({ id: form.id, password: form.password });',
    ],
  ])('not: %s', (_, helper, code) => {
    expect(reported(helper, code)).toEqual([]);
  });
});
