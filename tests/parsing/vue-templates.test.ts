import { describe, expect, it } from 'vitest';
import { parseFile } from '../../src/parsing/parse.ts';
import { readsOf } from '../../src/syntax/bindings.ts';
import { DEFAULT_SETTINGS } from '../../src/syntax/settings.ts';
import type { SourceFile } from '../../src/syntax/source-file.ts';

function component(script: string, template: string): SourceFile {
  return parseFile('/app/a.vue', `${script}\n\n<template>\n${template}\n</template>\n`, { settings: DEFAULT_SETTINGS });
}

/** The texts that the reads of a variable stand in, by their offsets. */
function readings(file: SourceFile, name: string): string[] {
  const variable = file.scopes.scopes.flatMap(({ variables }) => variables).find((one) => one.name === name && one.defs.length > 0)!;
  return readsOf(variable).map(({ range: [from, to] }) => `${file.text.slice(from, to)}|${file.text.slice(to, to + 6)}`);
}

const SETUP = "<script setup>\nimport { ref } from 'vue';\nconst token = ref('');\n</script>";

describe('the code of a template', () => {
  it('is read in directives, their short forms and in what is shown', () => {
    const file = component(SETUP, '<p v-if="token" :title="a.b" @click="go(1); stop()" #item="{ x }">{{ name }}</p>');
    expect(file.templateCode!().map(({ directive, text }) => [directive, text])).toEqual([
      ['{{', ' name '],
      ['v-if', 'token'],
      [':title', 'a.b'],
      ['@click', 'go(1); stop()'],
      ['#item', '{ x }'],
    ]);
    expect(file.templateCode!().map(({ expression }) => expression?.type)).toEqual([
      'Identifier',
      'Identifier',
      'MemberExpression',
      'ArrowFunctionExpression',
      undefined,
    ]);
  });

  it('has the offsets of its file', () => {
    const file = component(SETUP, '<p v-for="(one, i) in list.items" v-show="one.ok" />');
    const texts = file.templateCode!().map(({ expression }) => expression && file.text.slice(...expression.range));
    expect(texts).toEqual(['list.items', 'one.ok']);
  });

  it('is not understood where it is short for a name, written with entities, or no expression', () => {
    const file = component(SETUP, '<p :user-token v-if="a &amp;&amp; b" :x="if (" />');
    expect(file.templateCode!().map(({ text, expression }) => [text, expression])).toEqual([
      ['userToken', undefined],
      ['a &amp;&amp; b', undefined],
      ['if (', undefined],
    ]);
  });

  it('is no comment, script or style', () => {
    const file = component(SETUP, '<!-- <p v-if="token" /> --><style>{{ a }}</style><p v-if="b" />');
    expect(file.templateCode!().map(({ text }) => text)).toEqual(['b']);
  });
});

describe('the names of a template', () => {
  it('are those of the script that sets up the component', () => {
    expect(readings(component(SETUP, '<p v-if="!token">{{ token.length }}</p>'), 'token')).toEqual(['token|.lengt', 'token|">{{ t']);
  });

  it('are not those of a script whose names are its own', () => {
    expect(readings(component(SETUP.replace(' setup', ''), '<p v-if="token" />'), 'token')).toEqual([]);
  });

  it('are not what loops, slots and functions of the template declare', () => {
    expect(readings(component(SETUP, '<p v-for="token in all">{{ token }}</p>'), 'token')).toEqual([]);
    expect(readings(component(SETUP, '<p #item="{ token }">{{ token }}</p>'), 'token')).toEqual([]);
    expect(readings(component(SETUP, '<p v-if="all.some((token) => token.ok)" />'), 'token')).toEqual([]);
  });

  it('are not members and keys of that name', () => {
    expect(readings(component(SETUP, '<p :a="{ token: 1 }">{{ form.token }}</p>'), 'token')).toEqual([]);
  });
});
