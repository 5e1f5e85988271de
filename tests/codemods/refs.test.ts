import { describe, expect, it } from 'vitest';
import { migratedPages } from '../support/migrated-pages.ts';

const HTTP = `import axios from 'axios';
import { useAuth } from './auth';

axios.interceptors.request.use((config) => {
  const { token } = useAuth();
  if (token.value) config.headers.Authorization = \`Bearer \${token.value}\`;
  return config;
});
`;

/** A composable that keeps the token in a ref of its module, and what sends it. */
function composable(
  more: Readonly<Record<string, string>> = {},
  inside = '',
  before = "const token = ref(localStorage.getItem('token'));",
) {
  const { texts, notes } = migratedPages({
    'src/auth.js': `import { computed, ref, watch } from 'vue';
import axios from 'axios';

${before}

export function useAuth() {
  ${inside}
  async function signIn(form) {
    const { data } = await axios.post('/api/login', form);
    token.value = data.token;
    localStorage.setItem('token', data.token);
  }
  function logout() {
    token.value = null;
    localStorage.removeItem('token');
  }
  return { token, signIn, logout };
}
`,
    'src/http.js': HTTP,
    ...more,
  });
  return { texts, notes, auth: texts['src/auth.js']! };
}

const asPage = (script: string, template = ''): Record<string, string> => ({
  'src/page.vue': `<script setup>
import { watch } from 'vue';
import { useAuth } from './auth';
${script}
</script>

<template>
  <p>${template}</p>
</template>
`,
});

describe('a ref that holds the token', () => {
  it('says whether somebody is signed in, for whoever is handed it', () => {
    const { texts, notes, auth } = composable(
      asPage('const { token, logout } = useAuth();', '<b v-if="token" @click="logout">{{ token ? 1 : 2 }}</b>'),
    );
    expect(notes).toEqual([]);
    expect(auth).toContain('const isSignedIn = ref(hasSession());');
    expect(auth).toContain('isSignedIn.value = hasSession();');
    expect(auth).toContain('isSignedIn.value = false;\n    endSession();');
    expect(auth).toContain('return { isSignedIn, signIn, logout };');
    expect(texts['src/page.vue']).toContain('const { isSignedIn, logout } = useAuth();');
    expect(texts['src/page.vue']).toContain('<b v-if="isSignedIn" @click="logout">{{ isSignedIn ? 1 : 2 }}</b>');
    expect(texts['src/http.js']).not.toContain('token');
  });

  it('is told of by a watcher, and by a composable that is not taken apart', () => {
    const page = asPage(
      'const auth = useAuth();\nwatch(auth.token, (now) => {\n  if (!now) location.assign("/login");\n});\nconst is = () => auth.token.value !== null;',
      '{{ is() }}',
    );
    const { texts, notes } = composable(page);
    expect(notes).toEqual([]);
    expect(texts['src/page.vue']).toContain('watch(auth.isSignedIn, (now) => {\n  if (!now) location.assign("/login");');
    expect(texts['src/page.vue']).toContain('const is = () => auth.isSignedIn.value;');
  });

  it('is under the same name where it is called otherwise', () => {
    const { texts, notes } = composable(asPage('const { token: jwt } = useAuth();', '<b v-if="!jwt" />'));
    expect(notes).toEqual([]);
    expect(texts['src/page.vue']).toContain('const { isSignedIn } = useAuth();');
    expect(texts['src/page.vue']).toContain('<b v-if="!isSignedIn" />');
  });

  it('is written to the storage by a watcher of its own', () => {
    const { notes, auth } = composable(
      {},
      '',
      "const token = ref(localStorage.getItem('token'));\n\nwatch(token, (value) => {\n  if (value) localStorage.setItem('token', value);\n  else localStorage.removeItem('token');\n});",
    );
    expect(notes).toEqual([]);
    expect(auth).not.toContain('localStorage');
    expect(auth).toContain('endSession();');
  });

  it('is read through a computed ref, which keeps its name', () => {
    const { notes, auth } = composable(
      {},
      'const is = () => Boolean(access.value);\n  addEventListener("focus", () => is() || location.reload());',
      "const token = ref(localStorage.getItem('token'));\nconst access = computed(() => token.value);",
    );
    expect(notes).toEqual([]);
    expect(auth).toContain('const access = computed(() => isSignedIn.value);');
    expect(auth).not.toMatch(/\btoken\b/);
  });

  it('has a type', () => {
    const { notes, texts } = migratedPages({
      'src/auth.ts': `import { ref } from 'vue';
import type { Ref } from 'vue';
import axios from 'axios';

export const token: Ref<string | null> = ref<string | null>(localStorage.getItem('token'));

export async function signIn(form: FormData): Promise<void> {
  const { data } = await axios.post('/api/login', form);
  token.value = data.token;
  localStorage.setItem('token', data.token);
}
`,
      'src/http.ts': `import axios from 'axios';
import { token } from './auth';

axios.interceptors.request.use((config) => {
  config.headers.Authorization = \`Bearer \${token.value}\`;
  return config;
});

export const isIn = (): boolean => Boolean(token.value);
`,
    });
    expect(notes).toEqual([]);
    expect(texts['src/auth.ts']).toContain('export const isSignedIn: Ref<boolean> = ref<boolean>(hasSession());');
    expect(texts['src/http.ts']).toContain("import { isSignedIn } from './auth';");
    expect(texts['src/http.ts']).toContain('export const isIn = (): boolean => isSignedIn.value;');
  });

  it('stays where another module hands it through', () => {
    const { texts, notes } = composable(
      { 'src/index.js': "export { token } from './auth';\n" },
      '',
      "export const token = ref(localStorage.getItem('token'));",
    );
    expect(notes.length).toBeGreaterThan(0);
    expect(texts['src/auth.js']).toContain('export const token');
  });

  it.each(["useLocalStorage('token', '')", "useStorage<string | null>('token', null, sessionStorage)"])(
    'is kept in a storage no more by %s',
    (call) => {
      const { notes, texts } = composable(
        asPage('const { token } = useAuth();', '<b v-if="token" />'),
        '',
        `import { ${call.split(/[(<]/)[0]!} } from '@vueuse/core';\nconst token = ${call};`.replace('<string | null>', ''),
      );
      expect(notes).toEqual([]);
      expect(texts['src/auth.js']).toContain('const isSignedIn = ref(hasSession());');
      expect(texts['src/auth.js']).not.toContain('useStorage');
      expect(texts['src/auth.js']).not.toContain('useLocalStorage');
      expect(texts['src/page.vue']).toContain('<b v-if="isSignedIn" />');
    },
  );

  it('is kept in a storage by a library, with more beside it, as before', () => {
    const { notes, auth } = composable(
      {},
      '',
      "import { useLocalStorage } from '@vueuse/core';\nconst kept = useLocalStorage('auth', { token: '', user: null });\nconst token = computed(() => kept.value.token);",
    );
    expect(notes.length).toBeGreaterThan(0);
    expect(auth).toContain("useLocalStorage('auth', { token: '', user: null })");
  });

  it('begins with nothing', () => {
    const { notes, auth } = composable(asPage('const { token } = useAuth();', '<b v-if="token" />'), '', 'const token = ref();');
    expect(notes).toEqual([]);
    expect(auth).toContain('const isSignedIn = ref(false);');
  });

  it.each([
    ['is shown', 'const { token } = useAuth();', '{{ token }}'],
    ['is written by a template', 'const { token } = useAuth();', '<input v-model="token" />'],
    ['is put there by a template', 'const { token } = useAuth();', '<b @click="token = \'\'" />'],
    ['is handed to a function that is not known', "const { token } = useAuth();\nimport { send } from 'somewhere';\nsend(token);", ''],
    ['is handed on as a text', 'const { token } = useAuth();\nconst link = `/x?t=${token.value}`;', '{{ link }}'],
    ['is added to', "const { token } = useAuth();\ntoken.value += '.x';", ''],
    ['is watched with others', 'const { token } = useAuth();\nwatch([token], ([now]) => { console.info(now.slice(1)); });', ''],
    ['is compared', "const { token } = useAuth();\nconst is = token.value === 'x';", '{{ is }}'],
    ['is short for an attribute', 'const auth = useAuth();', '<b :token />'],
  ])('stays where it %s', (_, script, template) => {
    const { texts, notes, auth } = composable(asPage(script, template));
    expect(notes.length).toBeGreaterThan(0);
    expect(auth).toContain('const token = ref(');
    expect(texts['src/page.vue']).toContain(template);
  });
});

/** A store that is made by a setup function, and what another file does with it. */
function setupStore(other: string, options = ''): { store: string; other: string; notes: string[] } {
  const { texts, notes } = migratedPages({
    'src/auth.js': `import { ref } from 'vue';
import { defineStore } from 'pinia';
import axios from 'axios';

export const useAuth = defineStore('auth', () => {
  const token = ref(localStorage.getItem('token') || '');
  async function login(form) {
    const { data } = await axios.post('/api/login', form);
    token.value = data.token;
    localStorage.setItem('token', data.token);
  }
  return { token, login };
}${options});

axios.interceptors.request.use((config) => {
  config.headers.Authorization = \`Bearer \${useAuth().token}\`;
  return config;
});
`,
    'src/other.js': other,
  });
  return { store: texts['src/auth.js']!, other: texts['src/other.js']!, notes };
}

describe('a store that is made of refs', () => {
  it('is written from outside', () => {
    const { store, other, notes } = setupStore(
      "import { useAuth } from './auth';\n\nexport function signOut() {\n  const auth = useAuth();\n  auth.token = null;\n}\n\nexport const is = () => (useAuth().token ? 1 : 2);\n",
    );
    expect(notes).toEqual([]);
    expect(store).toContain('return { isSignedIn, login };');
    expect(other).toContain('  endSession();\n  auth.isSignedIn = false;');
    expect(other).toContain('(useAuth().isSignedIn ? 1 : 2)');
  });

  it('loses the ref where nothing asks for it', () => {
    const { store, notes } = setupStore('');
    expect(notes).toEqual([]);
    expect(store).toContain('return { login };');
    expect(store).not.toMatch(/token|isSignedIn/);
  });

  it.each([
    ['patched', "useAuth().$patch({ token: '' });", ''],
    ['patched by a function', "useAuth().$patch((state) => {\n  state.token = '';\n});", ''],
    ['mapped', "export const computed = mapState(useAuth, ['token']);", ''],
    ['kept by a plugin', '', ', { persist: true }'],
    ['kept by a plugin, by its name', '', ", { persist: { pick: ['token'] } }"],
  ])('stays as it is where it is %s', (_, code, options) => {
    const { store, other, notes } = setupStore(`import { mapState } from 'pinia';\nimport { useAuth } from './auth';\n${code}\n`, options);
    expect(notes.length).toBeGreaterThan(0);
    expect(store).toContain('return { token, login };');
    expect(other).toContain(code);
  });

  it('stays as it is where a component of options has it in its template', () => {
    const { texts, notes } = migratedPages({
      'src/auth.js': STORE,
      'src/page.vue':
        '<script>\nimport { useAuth } from \'./auth\';\nexport default { setup: () => ({ me: useAuth() }) };\n</script>\n\n<template>\n  <p v-if="me.token" />\n</template>\n',
    });
    expect(notes.length).toBeGreaterThan(0);
    expect(texts['src/auth.js']).toContain('token:');
  });
});

const STORE = `import { defineStore } from 'pinia';
import axios from 'axios';

export const useAuth = defineStore('auth', {
  state: () => ({ token: localStorage.getItem('token') }),
  actions: {
    async login(form) {
      const { data } = await axios.post('/api/login', form);
      this.token = data.token;
      localStorage.setItem('token', data.token);
    },
    logout() {
      this.token = null;
      localStorage.removeItem('token');
    },
  },
});

axios.interceptors.request.use((config) => {
  config.headers.Authorization = \`Bearer \${useAuth().token}\`;
  return config;
});
`;

describe('a store whose state becomes a ref', () => {
  it('is read by its new name in scripts and templates', () => {
    const { texts, notes } = migratedPages({
      'src/auth.js': STORE,
      'src/page.vue': `<script setup>
import { computed } from 'vue';
import { storeToRefs } from 'pinia';
import { useAuth } from './auth';
const auth = useAuth();
const { token } = storeToRefs(auth);
const text = computed(() => (token.value ? 'in' : 'out'));
</script>

<template>
  <p v-if="token">{{ text }}</p>
  <p v-if="!auth.token">{{ text }}</p>
</template>
`,
    });
    expect(notes).toEqual([]);
    const page = texts['src/page.vue']!;
    expect(page).toContain('const { isSignedIn } = storeToRefs(auth);');
    expect(page).toContain("computed(() => (isSignedIn.value ? 'in' : 'out'))");
    expect(page).toContain('<p v-if="isSignedIn">');
    expect(page).toContain('<p v-if="!auth.isSignedIn">');
  });

  it('is read through a computed ref', () => {
    const { texts, notes } = migratedPages({
      'src/auth.js': STORE,
      'src/page.vue': `<script setup>
import { computed } from 'vue';
import { useAuth } from './auth';
const auth = useAuth();
const jwt = computed(() => auth.token);
const is = () => jwt.value !== null;
</script>

<template>
  <p v-if="jwt">{{ is() }}</p>
</template>
`,
    });
    expect(notes).toEqual([]);
    expect(texts['src/page.vue']).toContain('const isSignedIn = computed(() => auth.isSignedIn);');
    expect(texts['src/page.vue']).toContain('const is = () => isSignedIn.value;');
    expect(texts['src/page.vue']).toContain('<p v-if="isSignedIn">');
  });

  it('stays where a computed ref of it is shown', () => {
    const { texts, notes } = migratedPages({
      'src/auth.js': STORE,
      'src/page.vue':
        "<script setup>\nimport { computed } from 'vue';\nimport { useAuth } from './auth';\nconst auth = useAuth();\nconst jwt = computed(() => auth.token);\n</script>\n\n<template>\n  <p>{{ jwt }}</p>\n</template>\n",
    });
    expect(notes.length).toBeGreaterThan(0);
    expect(texts['src/page.vue']).toContain('computed(() => auth.token)');
  });

  it('stays where a template shows it', () => {
    const { texts, notes } = migratedPages({
      'src/auth.js': STORE,
      'src/page.vue':
        "<script setup>\nimport { useAuth } from './auth';\nconst auth = useAuth();\n</script>\n\n<template>\n  <p>{{ auth.token }}</p>\n</template>\n",
    });
    expect(notes.length).toBeGreaterThan(0);
    expect(texts['src/page.vue']).toContain('{{ auth.token }}');
    expect(texts['src/auth.js']).toContain('token:');
  });
});
