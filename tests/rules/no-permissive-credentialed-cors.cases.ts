import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-permissive-credentialed-cors',
  valid: [
    {
      name: 'one exact origin',
      code: `
import cors from 'cors';
app.use(cors({ origin: 'https://app.example.com', credentials: true }));
`,
    },
    {
      name: 'several',
      code: `
import cors from 'cors';
app.use(cors({ origin: ['https://app.example.com', 'http://localhost:3000'], credentials: true }));
`,
    },
    {
      name: 'from the environment',
      code: `
import cors from 'cors';
app.use(cors({ origin: process.env.CLIENT_ORIGIN, credentials: true }));
`,
    },
    {
      name: 'from the environment, or this machine',
      code: `
import cors from 'cors';
app.use(cors({ origin: process.env.CLIENT_ORIGIN || 'http://localhost:5173', credentials: true }));
`,
    },
    {
      name: 'a list from the environment',
      code: `
import cors from 'cors';
app.use(cors({ origin: process.env.ORIGINS.split(','), credentials: true }));
`,
    },
    {
      name: 'imported',
      code: `
import cors from 'cors';
import { allowed, options } from './origins.js';
app.use(cors({ origin: allowed, credentials: true }));
app.use(cors(options));
app.use(cors({ ...options, credentials: true }));
`,
    },
    {
      name: 'a function with a check',
      code: `
import cors from 'cors';
app.use(cors({
  origin(origin, callback) {
    if (!origin || allowed.includes(origin)) callback(null, true);
    else callback(new Error('Not allowed by CORS'));
  },
  credentials: true,
}));
`,
    },
    {
      name: 'a function with a check that leaves early',
      code: `
import cors from 'cors';
app.use(cors({
  origin: (origin, callback) => {
    if (!origin) return callback(null, true);
    if (allowed.indexOf(origin) === -1) return callback(new Error('No'), false);
    return callback(null, true);
  },
  credentials: true,
}));
`,
    },
    {
      name: 'a function with a check that throws',
      code: `
import cors from 'cors';
app.use(cors({
  origin: (origin, callback) => {
    if (!allowed.has(origin)) throw new Error('No');
    callback(null, true);
  },
  credentials: true,
}));
`,
    },
    {
      name: 'a function whose answer is the check',
      code: `
import cors from 'cors';
app.use(cors({ origin: (origin, callback) => callback(null, allowed.includes(origin)), credentials: true }));
app.use(cors({ origin: (origin, callback) => callback(null, allowed.has(origin) ? origin : false), credentials: true }));
app.use(cors({ origin: (origin, callback) => callback(null, allowed.has(origin) && origin), credentials: true }));
`,
    },
    {
      name: 'a function with a check, as a ternary',
      code: `
import cors from 'cors';
app.use(cors({ origin: (origin, cb) => (allowed.has(origin) ? cb(null, true) : cb(new Error('No'))), credentials: true }));
`,
    },
    {
      name: 'a function that asks a database',
      code: `
import cors from 'cors';
app.use(cors({ origin: (origin, callback) => loadOrigins((error, origins) => callback(error, origins)), credentials: true }));
`,
    },
    {
      name: 'an imported function',
      code: `
import cors from 'cors';
import { checkOrigin } from './origins.js';
app.use(cors({ origin: checkOrigin, credentials: true }));
`,
    },
    {
      name: 'no credentials',
      code: `
import cors from 'cors';
app.use(cors());
app.use(cors({ origin: '*' }));
app.use(cors({ origin: true }));
app.use(cors({ origin: (origin, callback) => callback(null, true) }));
`,
    },
    {
      name: 'credentials are off',
      code: `
import cors from 'cors';
app.use(cors({ origin: '*', credentials: false }));
`,
    },
    {
      name: 'credentials depend on something',
      code: `
import cors from 'cors';
app.use(cors({ origin: '*', credentials: process.env.CREDENTIALS === 'yes' }));
app.use(cors({ origin: '*', credentials }));
`,
    },
    {
      name: 'origin false',
      code: `
import cors from 'cors';
app.use(cors({ origin: false, credentials: true }));
`,
    },
    {
      name: "a pattern of one's own domain",
      code: `
import cors from 'cors';
app.use(cors({ origin: /^https:\\/\\/(?:.+\\.)?example\\.com$/, credentials: true }));
app.use(cors({ origin: [/\\.example\\.com$/, /^http:\\/\\/localhost:\\d+$/], credentials: true }));
app.use(cors({ origin: new RegExp(\`^https://.+\\\\.\${domain}$\`), credentials: true }));
`,
    },
    {
      name: 'development only',
      code: `
import cors from 'cors';
app.use(cors({ origin: process.env.NODE_ENV === 'production' ? 'https://app.example.com' : '*', credentials: true }));
app.use(cors({ origin: process.env.NODE_ENV !== 'production' ? true : process.env.CLIENT_ORIGIN, credentials: true }));
app.use(cors({ origin: isDev ? true : ['https://app.example.com'], credentials: true }));
`,
    },
    {
      name: 'development only, in a constant',
      code: `
import cors from 'cors';
const isProduction = process.env.NODE_ENV === 'production';
const origin = isProduction ? process.env.CLIENT_ORIGIN : true;
app.use(cors({ origin, credentials: true }));
`,
    },
    {
      name: 'development only, by a condition around the whole',
      code: `
import cors from 'cors';
if (process.env.NODE_ENV === 'development') {
  app.use(cors({ origin: true, credentials: true }));
}
if (isDev) app.use(cors({ origin: '*', credentials: true }));
`,
    },
    {
      name: 'a delegate with a check',
      code: `
import cors from 'cors';
const delegate = (req, callback) => {
  let options;
  if (allowed.includes(req.header('Origin'))) options = { origin: true, credentials: true };
  else options = { origin: false };
  callback(null, options);
};
app.use(cors(delegate));
`,
    },
    {
      name: 'a delegate with a check that answers in place',
      code: `
import cors from 'cors';
app.use(cors((req, callback) => {
  if (allowed.includes(req.header('Origin'))) callback(null, { origin: true, credentials: true });
  else callback(null, { origin: false });
}));
`,
    },
    {
      name: 'a delegate whose origin is the check',
      code: `
import cors from 'cors';
app.use(cors((req, callback) => callback(null, { origin: allowed.includes(req.headers.origin), credentials: true })));
`,
    },
    {
      name: 'headers by hand, one origin',
      code: `
app.use((req, res, next) => {
  res.setHeader('Access-Control-Allow-Origin', 'https://app.example.com');
  res.setHeader('Access-Control-Allow-Credentials', 'true');
  next();
});
`,
    },
    {
      name: 'headers by hand, from the environment',
      code: `
app.use((req, res, next) => {
  res.setHeader('Access-Control-Allow-Origin', process.env.CLIENT_ORIGIN);
  res.setHeader('Access-Control-Allow-Credentials', 'true');
  next();
});
`,
    },
    {
      name: 'headers by hand, with a check',
      code: `
app.use((req, res, next) => {
  const origin = req.headers.origin;
  if (allowed.includes(origin)) {
    res.setHeader('Access-Control-Allow-Origin', origin);
  }
  res.setHeader('Access-Control-Allow-Credentials', 'true');
  next();
});
`,
    },
    {
      name: 'headers by hand, with a check of the header itself',
      code: `
app.use((req, res, next) => {
  if (allowed.has(req.headers.origin)) {
    res.header('Access-Control-Allow-Origin', req.headers.origin);
    res.header('Access-Control-Allow-Credentials', 'true');
  }
  next();
});
`,
    },
    {
      name: 'headers by hand, with a check that leaves early',
      code: `
app.use((req, res, next) => {
  const { origin } = req.headers;
  if (!allowed.includes(origin)) return next();
  res.setHeader('Access-Control-Allow-Origin', origin);
  res.setHeader('Access-Control-Allow-Credentials', 'true');
  next();
});
`,
    },
    {
      name: 'headers by hand, the check is kept in a constant',
      code: `
app.use((req, res, next) => {
  const isAllowed = allowed.includes(req.headers.origin);
  if (isAllowed) res.setHeader('Access-Control-Allow-Origin', req.headers.origin);
  res.setHeader('Access-Control-Allow-Credentials', 'true');
  next();
});
`,
    },
    {
      name: 'headers by hand, the check as a ternary',
      code: `
app.use((req, res, next) => {
  const origin = req.headers.origin;
  res.setHeader('Access-Control-Allow-Origin', allowed.includes(origin) ? origin : allowed[0]);
  res.setHeader('Access-Control-Allow-Credentials', 'true');
  next();
});
`,
    },
    {
      name: 'headers by hand, the check as a comparison',
      code: `
app.use((req, res, next) => {
  if (req.headers.origin === process.env.CLIENT_ORIGIN) res.setHeader('Access-Control-Allow-Origin', req.headers.origin);
  res.setHeader('Access-Control-Allow-Credentials', 'true');
  next();
});
`,
    },
    {
      name: 'headers by hand, found in a list',
      code: `
app.use((req, res, next) => {
  res.setHeader('Access-Control-Allow-Origin', allowed.find((one) => one === req.headers.origin) ?? allowed[0]);
  res.setHeader('Access-Control-Allow-Credentials', 'true');
  next();
});
`,
    },
    {
      name: 'headers by hand, no credentials',
      code: `
app.use((req, res, next) => {
  res.setHeader('Access-Control-Allow-Origin', '*');
  res.setHeader('Access-Control-Allow-Credentials', 'false');
  next();
});
`,
    },
    {
      name: 'headers by hand, the star and the credentials on different routes',
      code: `
app.get('/font', (req, res) => res.header('Access-Control-Allow-Origin', '*').send(font));
app.get('/me', (req, res) => {
  res.header('Access-Control-Allow-Origin', 'https://app.example.com');
  res.header('Access-Control-Allow-Credentials', 'true');
  res.json(me);
});
`,
    },
    {
      name: "a client's headers and credentials",
      filename: 'client/api.js',
      code: `
fetch('/api/me', { credentials: 'include', headers: { 'Access-Control-Allow-Origin': '*' } });
axios.create({ withCredentials: true, headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true' } });
`,
    },
    {
      name: 'another cors',
      code: `
import cors from './my-cors.js';
app.use(cors({ origin: '*', credentials: true }));
`,
    },
    {
      name: 'a form of credentials',
      code: `
import cors from 'cors';
app.use(cors());
login({ origin: '*', credentials: true });
`,
    },
    {
      name: 'a test file',
      filename: 'server/cors.test.js',
      code: `
import cors from 'cors';
app.use(cors({ origin: true, credentials: true }));
`,
    },
  ],
  invalid: [
    {
      name: 'a star',
      code: `
import cors from 'cors';
app.use(cors({ origin: '*', credentials: true }));
`,
      errors: [{ messageId: 'any', line: 3, column: 24, endLine: 3, endColumn: 27 }],
    },
    {
      name: 'a star, by require',
      code: `
const cors = require('cors');
app.use(cors({ credentials: true, origin: '*' }));
`,
      errors: [{ messageId: 'any', line: 3, column: 43, endLine: 3, endColumn: 46 }],
    },
    {
      name: 'a star, required in place',
      code: "app.use(require('cors')({ origin: '*', credentials: true }));",
      errors: [{ messageId: 'any', line: 1, column: 35, endLine: 1, endColumn: 38 }],
    },
    {
      name: 'a star in a constant',
      code: `
import cors from 'cors';
const ORIGIN = '*';
app.use(cors({ origin: ORIGIN, credentials: true }));
`,
      errors: [{ messageId: 'any', line: 4, column: 24, endLine: 4, endColumn: 30 }],
    },
    {
      name: 'no origin, which means a star',
      code: `
import cors from 'cors';
app.use(cors({ credentials: true, maxAge: 600 }));
`,
      errors: [{ messageId: 'unset', line: 3, column: 29, endLine: 3, endColumn: 33 }],
    },
    {
      name: 'no origin, in options that two calls share',
      code: `
import cors from 'cors';
const options = { credentials: true };
app.use(cors(options));
app.options('/api', cors(options));
`,
      errors: [{ messageId: 'unset', line: 3, column: 32, endLine: 3, endColumn: 36 }],
    },
    {
      name: 'true',
      code: `
import cors from 'cors';
app.use(cors({ origin: true, credentials: true }));
`,
      errors: [{ messageId: 'reflected', line: 3, column: 24, endLine: 3, endColumn: 28 }],
    },
    {
      name: 'true, in typed options that two calls share',
      filename: 'server/app.ts',
      code: `
import cors, { type CorsOptions } from 'cors';
const options: CorsOptions = { origin: true, credentials: true, methods: ['GET', 'POST'] };
app.use(cors(options));
app.options('*', cors(options));
`,
      errors: [{ messageId: 'reflected', line: 3, column: 40, endLine: 3, endColumn: 44 }],
    },
    {
      name: 'a star in a list',
      code: `
import cors from 'cors';
app.use(cors({ origin: ['https://app.example.com', '*'], credentials: true }));
`,
      errors: [{ messageId: 'any', line: 3, column: 24, endLine: 3, endColumn: 56 }],
    },
    {
      name: 'a list in a variable',
      code: `
import cors from 'cors';
const origins = ['*'];
app.use(cors({ origin: origins, credentials: true }));
`,
      errors: [{ messageId: 'any', line: 4, column: 24, endLine: 4, endColumn: 31 }],
    },
    {
      name: 'a pattern that any origin matches',
      code: `
import cors from 'cors';
app.use(cors({ origin: /.*/, credentials: true }));
`,
      errors: [{ messageId: 'reflected', line: 3, column: 24, endLine: 3, endColumn: 28 }],
    },
    {
      name: 'a pattern that any origin matches, in full',
      code: `
import cors from 'cors';
app.use(cors({ origin: /^https?:\\/\\/.+$/, credentials: true }));
`,
      errors: [{ messageId: 'reflected', line: 3, column: 24, endLine: 3, endColumn: 41 }],
    },
    {
      name: 'a pattern that any origin matches, in a list',
      code: `
import cors from 'cors';
app.use(cors({ origin: [/\\.example\\.com$/, /./], credentials: true }));
`,
      errors: [{ messageId: 'reflected', line: 3, column: 24, endLine: 3, endColumn: 48 }],
    },
    {
      name: 'new RegExp',
      code: `
import cors from 'cors';
app.use(cors({ origin: new RegExp('.*'), credentials: true }));
`,
      errors: [{ messageId: 'reflected', line: 3, column: 24, endLine: 3, endColumn: 40 }],
    },
    {
      name: 'a function that always says yes',
      code: `
import cors from 'cors';
app.use(cors({ origin: (origin, callback) => callback(null, true), credentials: true }));
`,
      errors: [{ messageId: 'reflected', line: 3, column: 24, endLine: 3, endColumn: 66 }],
    },
    {
      name: 'a function that gives the caller back',
      code: `
import cors from 'cors';
app.use(cors({
  origin: function (origin, callback) {
    callback(null, origin);
  },
  credentials: true,
}));
`,
      errors: [{ messageId: 'reflected', line: 4, column: 11, endLine: 6, endColumn: 4 }],
    },
    {
      name: 'a function that gives the caller back, or a star',
      code: `
import cors from 'cors';
app.use(cors({ origin: (origin, cb) => cb(null, origin || '*'), credentials: true }));
`,
      errors: [{ messageId: 'reflected', line: 3, column: 24, endLine: 3, endColumn: 63 }],
    },
    {
      name: 'a function that is declared elsewhere',
      code: `
import cors from 'cors';
function anyOrigin(origin, callback) {
  return callback(null, true);
}
app.use(cors({ origin: anyOrigin, credentials: true }));
`,
      errors: [{ messageId: 'reflected', line: 6, column: 24, endLine: 6, endColumn: 33 }],
    },
    {
      name: 'a method',
      code: `
import cors from 'cors';
app.use(cors({ origin(origin, callback) { callback(null, true); }, credentials: true }));
`,
      errors: [{ messageId: 'reflected', line: 3, column: 16, endLine: 3, endColumn: 66 }],
    },
    {
      name: 'a function that says yes with an origin and without one',
      code: `
import cors from 'cors';
app.use(cors({
  origin: (origin, callback) => {
    if (!origin) return callback(null, true);
    console.log(origin);
    return callback(null, true);
  },
  credentials: true,
}));
`,
      errors: [{ messageId: 'reflected', line: 4, column: 11, endLine: 8, endColumn: 4 }],
    },
    {
      name: 'a function whose check has no consequence',
      code: `
import cors from 'cors';
app.use(cors({
  origin: (origin, callback) => {
    if (allowed.includes(origin)) callback(null, true);
    else callback(null, true);
  },
  credentials: true,
}));
`,
      errors: [{ messageId: 'reflected', line: 4, column: 11, endLine: 7, endColumn: 4 }],
    },
    {
      name: 'what the caller says, for one request',
      code: `
import cors from 'cors';
app.use((req, res, next) => cors({ origin: req.headers.origin, credentials: true })(req, res, next));
`,
      errors: [{ messageId: 'reflected', line: 3, column: 44, endLine: 3, endColumn: 62 }],
    },
    {
      name: 'a delegate',
      code: `
import cors from 'cors';
app.use(cors((req, callback) => callback(null, { origin: true, credentials: true })));
`,
      errors: [{ messageId: 'reflected', line: 3, column: 58, endLine: 3, endColumn: 62 }],
    },
    {
      name: 'a delegate by name, which reflects the header',
      code: `
import cors from 'cors';
const delegate = function (req, callback) {
  const options = { origin: req.header('Origin'), credentials: true };
  callback(null, options);
};
app.use(cors(delegate));
`,
      errors: [{ messageId: 'reflected', line: 4, column: 29, endLine: 4, endColumn: 49 }],
    },
    {
      name: 'a star where the environment says nothing',
      code: `
import cors from 'cors';
app.use(cors({ origin: process.env.CLIENT_ORIGIN || '*', credentials: true }));
`,
      errors: [{ messageId: 'any', line: 3, column: 24, endLine: 3, endColumn: 56 }],
    },
    {
      name: 'a star where the environment says nothing, with ??',
      code: `
import cors from 'cors';
app.use(cors({ origin: process.env.CLIENT_ORIGIN ?? '*', credentials: true }));
`,
      errors: [{ messageId: 'any', line: 3, column: 24, endLine: 3, endColumn: 56 }],
    },
    {
      name: 'true where the environment says nothing',
      code: `
import cors from 'cors';
app.use(cors({ origin: process.env.CLIENT_ORIGIN || true, credentials: true }));
`,
      errors: [{ messageId: 'reflected', line: 3, column: 24, endLine: 3, endColumn: 57 }],
    },
    {
      name: 'a list from the environment, or a star',
      code: `
import cors from 'cors';
app.use(cors({ origin: process.env.ORIGINS?.split(',') ?? '*', credentials: true }));
`,
      errors: [{ messageId: 'any', line: 3, column: 24, endLine: 3, endColumn: 62 }],
    },
    {
      name: 'a star in production',
      code: `
import cors from 'cors';
app.use(cors({ origin: process.env.NODE_ENV === 'development' ? 'http://localhost:3000' : '*', credentials: true }));
`,
      errors: [{ messageId: 'any', line: 3, column: 24, endLine: 3, endColumn: 94 }],
    },
    {
      name: 'a star unless something else than the environment says otherwise',
      code: `
import cors from 'cors';
app.use(cors({ origin: strict ? 'https://app.example.com' : '*', credentials: true }));
`,
      errors: [{ messageId: 'any', line: 3, column: 24, endLine: 3, endColumn: 64 }],
    },
    {
      name: 'spread options',
      code: `
import cors from 'cors';
const base = { origin: '*', methods: ['GET'] };
app.use(cors({ ...base, credentials: true }));
`,
      errors: [{ messageId: 'any', line: 3, column: 24, endLine: 3, endColumn: 27 }],
    },
    {
      name: 'options that are filled later',
      code: `
import cors from 'cors';
const options = { credentials: true };
options.origin = '*';
app.use(cors(options));
`,
      errors: [{ messageId: 'any', line: 4, column: 18, endLine: 4, endColumn: 21 }],
    },
    {
      name: 'headers by hand, a star',
      code: `
app.use((req, res, next) => {
  res.setHeader('Access-Control-Allow-Origin', '*');
  res.setHeader('Access-Control-Allow-Credentials', 'true');
  next();
});
`,
      errors: [{ messageId: 'any', line: 3, column: 48, endLine: 3, endColumn: 51 }],
    },
    {
      name: "headers by hand, the caller's",
      code: `
app.use((req, res, next) => {
  res.header('Access-Control-Allow-Origin', req.headers.origin);
  res.header('Access-Control-Allow-Credentials', true);
  next();
});
`,
      errors: [{ messageId: 'reflected', line: 3, column: 45, endLine: 3, endColumn: 63 }],
    },
    {
      name: 'headers by hand, in another case, by get',
      code: `
app.use((request, response, next) => {
  response.set('access-control-allow-origin', request.get('Origin'));
  response.set('access-control-allow-credentials', 'true');
  next();
});
`,
      errors: [{ messageId: 'reflected', line: 3, column: 47, endLine: 3, endColumn: 68 }],
    },
    {
      name: 'headers by hand, through a constant',
      code: `
app.use((req, res, next) => {
  const origin = req.headers['origin'];
  res.setHeader('Access-Control-Allow-Origin', origin);
  res.setHeader('Access-Control-Allow-Credentials', 'true');
  next();
});
`,
      errors: [{ messageId: 'reflected', line: 4, column: 48, endLine: 4, endColumn: 54 }],
    },
    {
      name: 'headers by hand, destructured',
      code: `
app.use((req, res, next) => {
  const { origin } = req.headers;
  if (origin) res.setHeader('Access-Control-Allow-Origin', origin);
  res.setHeader('Access-Control-Allow-Credentials', 'true');
  if (req.method === 'OPTIONS') return res.sendStatus(204);
  next();
});
`,
      errors: [{ messageId: 'reflected', line: 4, column: 60, endLine: 4, endColumn: 66 }],
    },
    {
      name: "headers by hand, the caller's or a star",
      code: `
app.use((req, res, next) => {
  res.header('Access-Control-Allow-Origin', req.headers.origin || '*');
  res.header('Access-Control-Allow-Credentials', 'true');
  next();
});
`,
      errors: [{ messageId: 'reflected', line: 3, column: 45, endLine: 3, endColumn: 70 }],
    },
    {
      name: 'headers by hand, chained',
      code: `
app.get('/data', (req, res) => {
  res.header('Access-Control-Allow-Credentials', 'true').header('Access-Control-Allow-Origin', '*').json(data);
});
`,
      errors: [{ messageId: 'any', line: 3, column: 96, endLine: 3, endColumn: 99 }],
    },
    {
      name: 'headers by hand, in one object',
      code: `
app.use((req, res, next) => {
  res.set({
    'Access-Control-Allow-Origin': req.headers.origin,
    'Access-Control-Allow-Credentials': 'true',
  });
  next();
});
`,
      errors: [{ messageId: 'reflected', line: 4, column: 36, endLine: 4, endColumn: 54 }],
    },
    {
      name: 'headers by hand, with writeHead',
      filename: 'server/http.js',
      code: `
import http from 'node:http';
const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true' };
http.createServer((req, res) => {
  res.writeHead(204, headers);
  res.end();
});
`,
      errors: [{ messageId: 'any', line: 3, column: 50, endLine: 3, endColumn: 53 }],
    },
    {
      name: 'headers by hand, in a helper',
      code: `
const allow = (req, res) => {
  res.setHeader('Access-Control-Allow-Origin', req.headers.origin ?? '');
  res.setHeader('Access-Control-Allow-Credentials', 'true');
};
`,
      errors: [{ messageId: 'reflected', line: 3, column: 48, endLine: 3, endColumn: 72 }],
    },
  ],
} satisfies RuleCases;
