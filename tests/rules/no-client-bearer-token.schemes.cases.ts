import { marked } from '../support/marked.ts';
import type { RuleCases } from '../support/rule-cases.ts';

const page = { filename: 'client/api.ts' };
const sent = (name: string, code: string) => marked(name, 'sent', code, page);

export default {
  rule: 'no-client-bearer-token',
  valid: [
    { name: 'a registered scheme', code: 'fetch(\'/api\', { headers: { Authorization: `Hawk id="${token}"` } });', ...page },
    { name: 'a signature', code: "fetch('/api', { headers: { Authorization: 'Signature ' + token } });", ...page },
    { name: 'a key for programs', code: "fetch('/api', { headers: { Authorization: `ApiToken ${config.value}` } });", ...page },
    { name: 'an unknown scheme, and no token', code: "fetch('/api', { headers: { Authorization: `Member ${user.name}` } });", ...page },
    { name: 'nothing but the fallback', code: "fetch('/api', { headers: { Authorization: `Bearer ${''}` } });", ...page },
  ],
  invalid: [
    sent(
      'a scheme with the word in it',
      "const t = localStorage.getItem('jwt');\nfetch('/api', { headers: { «Authorization: `AppToken ${t}` } });",
    ),
    sent('in upper case', "fetch('/api', { headers: { «Authorization: 'JWT_V2 ' + accessToken } });"),
    sent('the scheme says what it is', "export const call = (t) => fetch('/api', { headers: { «Authorization: `SessionToken ${t}` } });"),
    sent('an unknown scheme with a token in it', "fetch('/api', { headers: { «Authorization: `Member ${accessToken}` } });"),
    sent(
      'an unknown scheme, by assignment',
      "headers.«Authorization = 'Acme ' + sessionStorage.getItem('token');".replace('headers.«', '«headers.'),
    ),
    sent(
      'a password scheme with a stored token',
      "fetch('/api', { headers: { «Authorization: `Basic ${localStorage.getItem('token')}` } });",
    ),
    sent('an empty text in its place', "fetch('/api', { headers: { «Authorization: `Bearer ${localStorage.getItem('token') || ''}` } });"),
    sent(
      'of a variable',
      "const token = sessionStorage.getItem('access_token') ?? '';\nfetch('/api', { headers: { «Authorization: 'Bearer ' + token } });",
    ),
    sent(
      'of a member',
      'export const call = (user) => fetch("/api", { headers: { «Authorization: `Bearer ${user?.accessToken ?? ""}` } });',
    ),
    sent(
      'of the third of three',
      "export const call = (token) => fetch('/api', { headers: { «Authorization: `Bearer ${token || localStorage.getItem('token') || ''}` } });",
    ),
  ],
} satisfies RuleCases;
