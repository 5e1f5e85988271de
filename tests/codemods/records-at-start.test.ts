import { describe, expect, it } from 'vitest';
import { migratedPages } from '../support/migrated-pages.ts';

const SERVICE = `import axios from 'axios';

export const login = async (body) => {
  const { data } = await axios.post('/api/login', body);
  localStorage.setItem('member', JSON.stringify(data));
};

export const load = () => axios.get('/api/orders', { headers: { Authorization: \`Bearer \${JSON.parse(localStorage.getItem('member')).token}\` } });
`;

const STORE = (start: string, imports = ''): string =>
  `import { createStore } from 'redux';\n${imports}\n${start}\n\nexport default createStore((state = { member }) => state);\n`;

const store = (files: Record<string, string>): string => migratedPages({ 'src/service.js': SERVICE, ...files }).texts['src/store.js'] ?? '';

describe('a module that reads a record with a token as it is loaded', () => {
  it.each([
    ['by itself', "const member = JSON.parse(localStorage.getItem('member'));"],
    ['where there is one', "const member = localStorage.getItem('member') ? JSON.parse(localStorage.getItem('member')) : null;"],
    ['by a function', "const read = (key) => JSON.parse(localStorage.getItem('member'));\nconst member = read();"],
  ])('loads the session before, which takes old records away: %s', (_, start) => {
    expect(store({ 'src/store.js': STORE(start) })).toContain("import { createStore } from 'redux';\nimport './session';\n");
  });

  it('does so where another module has it read', () => {
    const { texts } = migratedPages({
      'src/service.js': SERVICE,
      'src/stored.js': "import { parse } from './parse';\n\nexport const stored = () => parse(localStorage.getItem('member')).token;\n",
      'src/parse.js': 'export const parse = (text) => JSON.parse(text);\n',
      'src/store.js': STORE('const member = stored();', "import { stored } from './stored';\n"),
    });
    expect(texts['src/stored.js']).toMatch(/'\.\/session'/);
  });

  it('has it loaded by what it imports', () => {
    const { texts } = migratedPages({
      'src/service.js': `${SERVICE}\nexport const logout = () => {\n  localStorage.removeItem('member');\n};\n`,
      'src/store.js': STORE("const member = JSON.parse(localStorage.getItem('member'));", "import { logout } from './service';\n"),
    });
    expect(texts['src/service.js']).toMatch(/from '\.\/session'/);
    expect(texts['src/store.js']).not.toContain("'./session'");
  });

  it('is not one that reads it later', () => {
    const start = "export const read = () => JSON.parse(localStorage.getItem('member'));\nconst member = null;";
    expect(store({ 'src/store.js': STORE(start) })).not.toContain("'./session'");
  });

  it('is not one that reads another record', () => {
    expect(store({ 'src/store.js': STORE("const member = JSON.parse(localStorage.getItem('theme'));") })).not.toContain("'./session'");
  });
});
