import { describe, expect, it } from 'vitest';
import { migratedPages } from '../support/migrated-pages.ts';

/** What becomes of a component that takes the token out of the storage and has a template, and what is left of it. */
function component(template: string, script = "const token = localStorage.getItem('token');"): { text: string; notes: string[] } {
  const { texts, notes } = migratedPages({
    'src/a.vue': `<script setup>
import axios from 'axios';
${script}
const load = () => axios.get('/api/x', { headers: { Authorization: \`Bearer \${token}\` } });
</script>

<template>
  ${template}
</template>
`,
  });
  return { text: texts['src/a.vue']!, notes };
}

describe('a token that a template names', () => {
  it('is asked for by the session, where the template asks whether there is one', () => {
    const { text, notes } = component(
      '<p v-if="token" :disabled="!token" @click="load">{{ token ? 1 : 2 }}</p>\n  <i v-else-if="token === null" />',
    );
    expect(notes).toEqual([]);
    expect(text).toContain('<p v-if="hasSession()" :disabled="!hasSession()" @click="load">{{ hasSession() ? 1 : 2 }}</p>');
    expect(text).toContain('<i v-else-if="!hasSession()" />');
    expect(text).not.toContain('const token');
    expect(text).toContain("import { followSession, hasSession } from './session';");
  });

  it('is left where the template shows it', () => {
    const { text, notes } = component('<p>{{ token }}</p>');
    expect(notes).toEqual(['src/a.vue: this still needs the token (a template uses it), which scripts cannot read any more.']);
    expect(text).toContain("const token = localStorage.getItem('token');");
    expect(text).toMatch(/<\/script>\n\n<!-- TODO\(httponly\): this still needs the token .* -->\n<template>/);
  });

  it.each(['<Child :token="token" />', '<input v-model="token" />', '<p v-text="token" />', '<p :title="`${token}`" />'])(
    'is left in %s',
    (template) => {
      expect(component(template).notes).toHaveLength(1);
    },
  );

  it('is another thing where a loop declares it', () => {
    const { text, notes } = component(
      '<p v-for="token in list">{{ token }}</p>',
      "const token = localStorage.getItem('token');\nconst list = [];",
    );
    expect(notes).toEqual([]);
    expect(text).toContain('<p v-for="token in list">{{ token }}</p>');
  });

  it('keeps what a template alone uses beside it', () => {
    const { text } = component(
      '<p v-if="name">{{ name }}</p>',
      "const token = localStorage.getItem('token');\nconst name = token ? 'in' : 'out';",
    );
    expect(text).toContain("const name = hasSession() ? 'in' : 'out';");
  });
});
