import { expect, it } from 'vitest';
import { verificationPage } from '../../src/report/verification-page.ts';
import type { Verification } from '../../src/verify/verify.ts';

const clean: Verification = { url: 'http://localhost/', steps: ['sign-in'], exposures: [], cookies: [], problems: [], unchecked: [] };

it('says what an app is like at its top', () => {
  expect(verificationPage(clean)).toContain('<p class="good">No script can read a token</p>');
  expect(verificationPage({ ...clean, unchecked: ['sign-out'] })).toContain('Nothing found where it was looked');
  const problems = [{ check: 'cors' as const, request: 'GET /me', problem: 'pages of evil.example may read it' }];
  expect(verificationPage({ ...clean, problems })).toContain('<p class="bad">Not out of reach</p>');
});

it('writes what an app says as text, whatever it is', () => {
  const name = `"><script>alert('x')</script>`;
  const page = verificationPage({
    ...clean,
    exposures: [{ place: 'localStorage', name, what: 'a JSON Web Token', preview: '<b>', steps: ['sign-in'] }],
    cookies: [{ name, attributes: name, problems: [name] }],
    problems: [{ check: 'cors', request: name, problem: name }],
    unchecked: [name],
  });
  expect(page).not.toMatch(/<script|<b>/);
  expect(page.match(/&#60;script/g)).toHaveLength(7);
});
