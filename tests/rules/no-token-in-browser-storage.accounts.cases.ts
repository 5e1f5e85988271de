import { marked } from '../support/marked.ts';
import type { RuleCases } from '../support/rule-cases.ts';

const written = (name: string, code: string, filename?: string) =>
  marked(name, 'written', code, filename === undefined ? {} : { filename });

/** Lists of accounts, and tokens that are kept together. */
export default {
  rule: 'no-token-in-browser-storage',
  valid: [
    {
      name: 'lists of other things that have a token',
      code: "const keep = (list) => localStorage.setItem('recent', JSON.stringify(list));\nkeep([...recent, { symbol, token }]);\nconst pairs = [];\npairs.push({ amount, token });\nlocalStorage.setItem('pairs', JSON.stringify(pairs));\nconst byName = {};\nbyName[name] = { color, token };\nlocalStorage.setItem('palette', JSON.stringify(byName));",
    },
    {
      name: 'lists of accounts without their tokens',
      code: "const keep = (list) => localStorage.setItem('accounts', JSON.stringify(list));\nkeep([...accounts, { email, name }]);\naccounts.push({ email });",
    },
    {
      name: 'tokens of other trades',
      code: "localStorage.setItem('tokens', JSON.stringify(lexer.tokens));\nlocalStorage.setItem('design-tokens', JSON.stringify({ access: 'x', refresh: 'y' }));\nlocalStorage.setItem('tokens', JSON.stringify(['ETH', 'BTC']));",
    },
    {
      name: 'tokens that another endpoint answers with',
      code: "const { data } = await api.post('/tokenize', text);\nlocalStorage.setItem('tokens', JSON.stringify(data));",
    },
    {
      name: 'a type that has a place for other tokens',
      code: "interface Asset { symbol: string; tokenAddress: string; isToken: boolean }\nexport const keep = (tokens: Asset[]) => localStorage.setItem('tokens', JSON.stringify(tokens));\nexport const put = (user: { name: string; csrfToken: string }) => localStorage.setItem('user', JSON.stringify(user));",
      filename: 'client/keep.ts',
    },
  ],
  invalid: [
    written(
      'a list of accounts that grows',
      "export function keepAccounts(list) {\n  «localStorage.setItem('accounts', JSON.stringify(list));\n}\nexport const add = (email, token) => keepAccounts([...all, { email, token }]);",
    ),
    written(
      'a list of accounts, through a helper',
      "const put = (key, value) => localStorage.setItem(key, value);\nconst keep = (list) => «put('known_accounts', JSON.stringify(list));\nkeep([...known, { username: form.name, token: answer.token }]);",
    ),
    written(
      'an account is pushed',
      "function add(user, token) {\n  const accounts = load();\n  accounts.push({ id: user.id, token });\n  «localStorage.setItem('accounts', JSON.stringify(accounts));\n}",
    ),
    written(
      'an account is put under its owner’s name',
      "function add(user, token) {\n  const sessions = load();\n  sessions[user.id] = { name: user.name, token };\n  «localStorage.setItem('sessions', JSON.stringify(sessions));\n}",
    ),
    written(
      'tokens of a sign-in',
      "const tokens = await api.post('/auth/sign-in', form);\n«localStorage.setItem('tokens', JSON.stringify(tokens));",
    ),
    written(
      'a part of what a sign-in answers with',
      "const { data } = await axios.post('/api/login', form);\n«localStorage.setItem('app.tokens', JSON.stringify(data.tokens));",
    ),
    written(
      'tokens that are renewed',
      "const response = await fetch('/auth/refresh-token', { method: 'POST' });\n«localStorage.setItem('tokens', JSON.stringify(await response.json()));",
    ),
    written('a pair of tokens', "«localStorage.setItem('tokens', JSON.stringify({ access: data.access, refresh: data.refresh }));"),
    written(
      'a type that has a place for them',
      "interface Tokens {\n  accessToken: string;\n  refreshToken: string;\n}\nexport const keep = (tokens: Tokens) => «localStorage.setItem('tokens', JSON.stringify(tokens));\nexport const put = (one: Tokens) => «sessionStorage.setItem('session', JSON.stringify(one));",
      'client/keep.ts',
    ),
  ],
} satisfies RuleCases;
