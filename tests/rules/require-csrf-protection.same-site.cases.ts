import type { RuleCases } from '../support/rule-cases.ts';

/** An app that takes nothing but JSON, and keeps its session in a cookie with that SameSite. */
const withSameSite = (value: string, before = ''): string => `
import express from 'express';
import cookieParser from 'cookie-parser';
${before}
const app = express();
app.use(express.json(), cookieParser());
app.post('/enter', (req, res) => res.cookie('session', issue(req.body), { httpOnly: true, secure: true, sameSite: ${value} }).end());
app.post('/transfer', (req, res) => res.json(transfer(verify(req.cookies.session), req.body)));
app.listen(3000);
`;

const unprotected = [{ messageId: 'unprotected', line: 5, column: 13 }];

export default {
  rule: 'require-csrf-protection',
  valid: [
    { name: 'Lax in production', code: withSameSite("process.env.NODE_ENV === 'production' ? 'lax' : 'none'") },
    { name: 'Lax or Strict', code: withSameSite("remembers ? 'lax' : 'strict'") },
    { name: 'Strict by a constant', code: withSameSite('mode', "const mode = isDev ? 'none' : 'strict';") },
  ],
  invalid: [
    {
      name: 'None in production',
      code: withSameSite("process.env.NODE_ENV === 'production' ? 'none' : 'lax'"),
      errors: unprotected,
    },
    {
      name: 'None in production, by a constant',
      code: withSameSite('mode', "const isProduction = process.env.NODE_ENV === 'production', mode = isProduction ? 'None' : 'Lax';"),
      errors: unprotected,
    },
    { name: 'None for other sites', code: withSameSite("process.env.PAGES ? 'none' : 'lax'"), errors: unprotected },
    { name: 'None unless it is developed', code: withSameSite("isDev ? 'strict' : 'none'"), errors: unprotected },
  ],
} satisfies RuleCases;
