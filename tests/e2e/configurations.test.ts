import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eslint, PackedPlugin } from './support/packed-plugin.ts';

const WRITE = "localStorage.setItem('token', response.data.token);\n";
const TYPED = `interface Answer { token: string }\nexport const keep = (answer: Answer): void => localStorage.setItem('token', answer.token);\n`;

/** What a project of each section of the guide holds: a token in each kind of file that its framework has. */
const FILES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'JavaScript and React': {
    'src/a.js': WRITE,
    'src/B.jsx': `export const B = () => <b onClick={() => localStorage.setItem('token', t)} />;\n`,
  },
  TypeScript: { 'src/a.ts': TYPED, 'src/B.tsx': `export const B = () => <b onClick={() => localStorage.setItem('token', t)} />;\n` },
  Vue: {
    'src/a.ts': TYPED,
    'src/B.vue': `<script setup lang="ts">\nconst keep = (token: string) => localStorage.setItem('token', token);\n</script>\n<template><b @click="keep('x')">b</b></template>\n`,
  },
  Svelte: {
    'src/a.ts': TYPED,
    'src/B.svelte': `<script lang="ts">\n  const keep = (token: string) => localStorage.setItem('token', token);\n</script>\n<button onclick={() => keep('x')}>b</button>\n`,
  },
  Angular: {
    'src/a.service.ts': TYPED,
    'src/b.component.ts': `import { Component } from '@angular/core';\n@Component({ selector: 'app-b', template: '<p>localStorage</p>' })\nexport class BComponent {\n  keep(token: string): void {\n    localStorage.setItem('token', token);\n  }\n}\n`,
  },
  Next: {
    'app/a.ts': TYPED,
    'app/page.tsx': `'use client';\nexport default function Page({ token }: { token: string }) {\n  return <b onClick={() => localStorage.setItem('token', token)} />;\n}\n`,
  },
  CommonJS: { 'src/a.js': WRITE },
  oxlint: { 'src/a.ts': TYPED, 'src/b.js': WRITE },
};

/** Files of which the plugin has nothing to say, and that must not stop it. */
const BESIDE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Angular: { 'src/c.component.html': '<p>localStorage</p>\n<div [innerHTML]="html">Authorization: Bearer {{ token }}</div>\n' },
};

/** What an app of the framework has already, and its configuration loads. */
const OF_APP: Readonly<Record<string, readonly string[]>> = { Next: ['next@16', 'react@19', 'react-dom@19'] };

interface Section {
  readonly name: string;
  readonly packages: readonly string[];
  readonly language: string;
  readonly config: string;
}

/** The sections of the guide that hold a whole configuration. */
const sections = readFileSync(new URL('../../docs/guides/eslint.md', import.meta.url), 'utf8')
  .split(/^## /m)
  .slice(1)
  .map((text): Section => {
    const packages = /npm install --save-dev (.+)/.exec(text)![1]!.split(' ');
    const [, language, config] = /```(js|cjs|json)\n([\s\S]*?)```/.exec(text)!;
    return {
      name: text.slice(0, text.indexOf('\n')),
      packages: packages.filter((one) => one !== 'eslint-plugin-httponly'),
      language: language!,
      config: config!,
    };
  });

const CONFIG_FILE: Readonly<Record<string, string>> = { js: 'eslint.config.js', cjs: 'eslint.config.cjs', json: '.oxlintrc.json' };

let packed: PackedPlugin;

beforeAll(() => {
  packed = new PackedPlugin();
});

afterAll(() => {
  packed.remove();
});

describe.each(sections)('the configuration for $name', ({ name, packages, language, config }) => {
  it('finds the token in each kind of file', () => {
    const planted = FILES[name]!;
    const root = packed.install(name, [...packages, ...(OF_APP[name] ?? [])], {
      ...planted,
      ...BESIDE[name],
      [CONFIG_FILE[language]!]: config,
    });
    for (const file of Object.keys(planted))
      expect(language === 'json' ? oxlint(root, file) : byEslint(root, file), file).toEqual(['no-token-in-browser-storage']);
    for (const file of Object.keys(BESIDE[name] ?? {})) {
      const { rules, stderr } = eslint(root, file);
      expect(stderr).toBe('');
      expect(rules).not.toContain(null);
    }
  });
});

it('every section has files to try it on', () => {
  expect(sections.map((section) => section.name)).toEqual(Object.keys(FILES));
});

/** The plugin's rules that report the file; where ESLint does not get that far, why. */
function byEslint(root: string, file: string): string[] {
  const { rules, stderr } = eslint(root, file);
  if (stderr !== '') return [stderr];
  // A file that cannot be parsed has a message without a rule.
  return rules.flatMap((rule) =>
    rule === null ? ['cannot be parsed'] : rule.startsWith('httponly/') ? [rule.slice('httponly/'.length)] : [],
  );
}

function oxlint(root: string, file: string): string[] {
  const { stdout } = spawnSync(process.execPath, [path.join(root, 'node_modules/oxlint/bin/oxlint'), '--format', 'json', file], {
    cwd: root,
    encoding: 'utf8',
  });
  return (JSON.parse(stdout) as { diagnostics: { code: string }[] }).diagnostics.map(
    ({ code }) => /^httponly[(/]([\w-]+)/.exec(code)?.[1] ?? code,
  );
}
