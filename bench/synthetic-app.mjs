// An app of any size for measuring: mostly components that have nothing to do with credentials, one file in twenty that
// does, client and server. The same number gives the same files.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const NOUNS = [
  'Order',
  'Invoice',
  'Product',
  'Customer',
  'Report',
  'Shipment',
  'Ticket',
  'Project',
  'Calendar',
  'Message',
  'Gallery',
  'Payment',
  'Survey',
  'Article',
  'Comment',
  'Channel',
];

/** Files of real apps are 4 kB on average and 2 kB in the median: most hold one component, some several. */
function components(i) {
  const howMany = [1, 1, 1, 2, 5][i % 5];
  const [imports, ...first] = component(i).split(/(?<=Badge';\n)/);
  return (
    imports +
    [first.join(''), ...Array.from({ length: howMany - 1 }, (_, k) => component(i + (k + 1) * 1_000_003).split(/(?<=Badge';\n)/)[1])].join(
      '',
    )
  );
}

function component(i) {
  const noun = NOUNS[i % NOUNS.length];
  const name = `${noun}Card${i}`;
  return `import { useEffect, useMemo, useState } from 'react';
import { formatDate, formatMoney } from '../../format';
import { Badge } from '../Badge';

export interface ${name}Props {
  readonly id: string;
  readonly title: string;
  readonly amount: number;
  readonly createdAt: string;
  readonly labels: readonly string[];
  readonly onSelect?: (id: string) => void;
}

/** Shows ${noun.toLowerCase()} number ${i} in the list. */
export function ${name}({ id, title, amount, createdAt, labels, onSelect }: ${name}Props) {
  const [isOpen, setOpen] = useState(false);
  const [sorting, setSorting] = useState<'name' | 'amount' | 'date'>('name');
  const sorted = useMemo(
    () => [...labels].sort((a, b) => (sorting === 'name' ? a.localeCompare(b) : a.length - b.length)),
    [labels, sorting],
  );

  useEffect(() => {
    if (!isOpen) return undefined;
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setOpen(false);
    };
    window.addEventListener('keydown', close);
    return () => window.removeEventListener('keydown', close);
  }, [isOpen]);

  const total = sorted.reduce((sum, label, index) => sum + label.length * (index + 1), 0);
  const isLarge = amount > ${(i * 37) % 1000} && total < ${(i * 13) % 500};

  return (
    <article className={isLarge ? 'card card--large' : 'card'} onClick={() => onSelect?.(id)}>
      <header>
        <h3>{title}</h3>
        <time dateTime={createdAt}>{formatDate(createdAt)}</time>
      </header>
      <p>{formatMoney(amount)}</p>
      {isOpen && (
        <ul>
          {sorted.map((label) => (
            <li key={label}>
              <Badge tone={label.length > 6 ? 'strong' : 'soft'}>{label}</Badge>
            </li>
          ))}
        </ul>
      )}
      <select value={sorting} onChange={(event) => setSorting(event.target.value as typeof sorting)}>
        <option value="name">Name</option>
        <option value="amount">Amount</option>
        <option value="date">Date</option>
      </select>
      <button type="button" onClick={() => setOpen((before) => !before)}>
        {isOpen ? 'Less' : 'More'}
      </button>
    </article>
  );
}
`;
}

/** A module of the client that sends the token by itself. */
function clientService(i) {
  const noun = NOUNS[i % NOUNS.length].toLowerCase();
  return `import { API_URL } from '../config';

export async function load${i}(id: string) {
  const response = await fetch(\`\${API_URL}/api/${noun}s-${i}/\${id}\`, {
    headers: { Authorization: \`Bearer \${localStorage.getItem('token')}\` },
  });
  if (!response.ok) throw new Error('could not load');
  return response.json();
}

export async function save${i}(id: string, values: Record<string, unknown>) {
  await fetch(\`\${API_URL}/api/${noun}s-${i}/\${id}\`, {
    method: 'PUT',
    headers: {
      'Content-Type': 'application/json',
      Authorization: \`Bearer \${localStorage.getItem('token')}\`,
    },
    body: JSON.stringify(values),
  });
}
`;
}

/** A router of the server whose routes are for people who are signed in. */
function serverRouter(i) {
  return `import { Router } from 'express';
import { requireAuth } from '../require-auth.js';
import { store } from '../store.js';

export const router${i} = Router();

router${i}.get('/:id', requireAuth, async (req, res) => {
  res.json(await store.find(req.user.sub, req.params.id));
});

router${i}.put('/:id', requireAuth, async (req, res) => {
  await store.save(req.user.sub, req.params.id, req.body);
  res.status(204).end();
});
`;
}

const FIXED = {
  'package.json': '{ "name": "shop", "private": true, "workspaces": ["client", "server"] }\n',
  'client/package.json': '{ "name": "shop-client", "type": "module", "dependencies": { "react": "^19.0.0", "vite": "^7.0.0" } }\n',
  'client/src/config.ts': "export const API_URL = 'http://localhost:3000';\n",
  'client/src/format.ts':
    'export const formatDate = (date: string) => new Date(date).toDateString();\nexport const formatMoney = ' +
    '(amount: number) => amount.toFixed(2);\n',
  'client/src/Login.tsx': `import { useState } from 'react';
import { API_URL } from './config';

export function Login({ onDone }: { onDone: () => void }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const submit = async () => {
    const response = await fetch(\`\${API_URL}/api/login\`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    const { token } = await response.json();
    localStorage.setItem('token', token);
    onDone();
  };
  return (
    <form onSubmit={submit}>
      <input value={email} onChange={(event) => setEmail(event.target.value)} />
      <input value={password} type="password" onChange={(event) => setPassword(event.target.value)} />
    </form>
  );
}
`,
  'server/package.json':
    '{ "name": "shop-server", "type": "module", "dependencies": { "express": "^5.0.0", "cors": "^2.8.5", "jsonwebtoken": "^9.0.0" } }\n',
  'server/store.js': 'export const store = { find: async () => ({}), save: async () => {}, user: async () => ({ id: 1 }) };\n',
  'server/require-auth.js': `import jwt from 'jsonwebtoken';

export function requireAuth(req, res, next) {
  const token = req.headers.authorization?.split(' ')[1];
  if (!token) return res.status(401).end();
  req.user = jwt.verify(token, process.env.JWT_SECRET);
  next();
}
`,
  'server/login.js': `import { Router } from 'express';
import jwt from 'jsonwebtoken';
import { store } from './store.js';

export const login = Router();

login.post('/login', async (req, res) => {
  const user = await store.user(req.body.email, req.body.password);
  res.json({ user, token: jwt.sign({ sub: user.id }, process.env.JWT_SECRET, { expiresIn: '1h' }) });
});
`,
};

/** Writes an app into a folder of its own, known to git. @returns The folder. */
export function syntheticApp(size) {
  const root = mkdtempSync(path.join(tmpdir(), 'httponly-bench-'));
  const files = { ...FIXED };
  const routers = Math.round(size * 0.01);
  const services = Math.round(size * 0.04) - Object.keys(FIXED).length;
  for (let i = 0; i < routers; i++) files[`server/routes/router${i}.js`] = serverRouter(i);
  for (let i = 0; i < services; i++) files[`client/src/services/${NOUNS[i % NOUNS.length].toLowerCase()}${i}.ts`] = clientService(i);
  files['server/app.js'] = `import cors from 'cors';
import express from 'express';
import { login } from './login.js';
${Array.from({ length: routers }, (_, i) => `import { router${i} } from './routes/router${i}.js';\n`).join('')}
const app = express();
app.use(cors());
app.use(express.json());
app.use('/api', login);
${Array.from({ length: routers }, (_, i) => `app.use('/api/${NOUNS[i % NOUNS.length].toLowerCase()}s-${i}', router${i});\n`).join('')}
app.listen(3000);
`;
  for (let i = 0; Object.keys(FIXED).length + routers + services + i < size; i++)
    files[`client/src/components/${NOUNS[i % NOUNS.length]}${i % 97}/Card${i}.tsx`] = components(i);
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  execFileSync('git', ['init', '-q'], { cwd: root });
  execFileSync('git', ['add', '-A'], { cwd: root });
  return root;
}
