import { marked } from '../support/marked.ts';
import type { RuleCases } from '../support/rule-cases.ts';

const hosted = (name: string, code: string) => marked(name, 'hosted', code, { filename: 'server/app.js' });
const own = (name: string, code: string) => ({ name, filename: 'server/app.js', code });

/** Origins of hosts under which anybody can have a site. */
export default {
  rule: 'no-permissive-credentialed-cors',
  valid: [
    own(
      'one site on such a host',
      "import cors from 'cors';\napp.use(cors({ origin: ['https://shop.vercel.app', /^https:\\/\\/shop-[a-z0-9]+-acme\\.vercel\\.app$/], credentials: true }));",
    ),
    own(
      'the end of a name of ours',
      "import cors from 'cors';\napp.use(cors({ origin: (origin, done) => done(null, origin.endsWith('-acme.vercel.app')), credentials: true }));",
    ),
    own(
      'a host of our own',
      "import cors from 'cors';\napp.use(cors({ origin: (origin, done) => done(null, origin.endsWith('.acme.com')), credentials: true }));",
    ),
    own(
      'without credentials',
      "import cors from 'cors';\napp.use(cors({ origin: (origin, done) => done(null, origin.endsWith('.vercel.app')) }));",
    ),
    own(
      'another use of the host',
      "import cors from 'cors';\nconst isPreview = (host) => host.endsWith('.vercel.app');\napp.use(cors({ origin: process.env.CLIENT_ORIGIN, credentials: true }));",
    ),
  ],
  invalid: [
    hosted(
      'a function that asks for the end',
      "import cors from 'cors';\napp.use(cors({\n  origin(origin, done) {\n    if (!origin || LIST.includes(origin) || origin.endsWith(«'.vercel.app')) done(null, true);\n    else done(new Error('no'));\n  },\n  credentials: true,\n}));",
    ),
    hosted(
      'a pattern in a list',
      "import cors from 'cors';\nconst options = { origin: ['https://shop.example.com', «/\\.netlify\\.app$/], credentials: true };\napp.use(cors(options));",
    ),
    hosted(
      'a function of the app that decides',
      "import cors from 'cors';\nconst isAllowed = (origin) => LIST.has(origin) || «/^https:\\/\\/[\\w-]+\\.onrender\\.com$/.test(origin);\napp.use(cors({ origin: (origin, done) => done(null, isAllowed(origin)), credentials: true }));",
    ),
    hosted(
      'headers by hand',
      "app.use((req, res, next) => {\n  const { origin } = req.headers;\n  if (LIST.includes(origin) || origin?.includes(«'vercel.app')) {\n    res.header('Access-Control-Allow-Origin', origin);\n    res.header('Access-Control-Allow-Credentials', 'true');\n  }\n  next();\n});",
    ),
  ],
} satisfies RuleCases;
