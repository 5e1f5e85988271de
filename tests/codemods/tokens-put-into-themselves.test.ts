import { describe, expect, it } from 'vitest';
import { migratedPages } from '../support/migrated-pages.ts';

const page = (body: string): { text: string; notes: string[] } => {
  const { texts, notes } = migratedPages({ 'src/api.js': `import axios from 'axios';\n\nexport const load = () => {\n${body}\n};\n` });
  return { text: texts['src/api.js']!, notes };
};

const SEND = "  return axios.get('/api/orders', { headers: { Authorization: 'Bearer ' + token } });";

describe('a variable whose token is put into itself again', () => {
  it.each([
    ['without its quotes', "  let token = localStorage.getItem('token');\n  token = token.replace(/\"/g, '');"],
    ['where there is one', "  let token = localStorage.getItem('token');\n  if (token) token = token.trim();"],
    ['with another where there is none', "  let token = localStorage.getItem('token');\n  token = token || localStorage.getItem('jwt');"],
  ])('goes as a whole: %s', (_, before) => {
    const { text, notes } = page(`${before}\n${SEND}`);
    expect(notes).toEqual([]);
    expect(text).toContain("export const load = () => {\n  return axios.get('/api/orders');\n};");
  });

  it('stays where something else asks for it', () => {
    const { text, notes } = page(
      `  let token = localStorage.getItem('token');\n  token = token.trim();\n  document.title = token;\n${SEND}`,
    );
    expect(notes).toHaveLength(1);
    expect(text).toContain('document.title = token;');
  });
});
