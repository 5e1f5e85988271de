import { describe, expect, it } from 'vitest';
import { isMarkup, scriptOf } from '../../src/parsing/scripts.ts';

const blank = (text: string): string => text.replace(/[^\n\r]/g, ' ');

describe('scriptOf', () => {
  it.each([
    [
      'Vue',
      'A.vue',
      '<template>\r\n  <p>{{ a > b }}</p>\r\n</template>\r\n<script setup lang="ts">',
      '\r\nconst a: number = 1;\r\n',
      '</script>\n<style>a{}</style>',
      'ts',
    ],
    ['Svelte', 'A.svelte', '<script>', '\nlet a = 1;\n', '</script>\n{@html a}', 'js'],
    [
      'a generic attribute with an angle bracket',
      'A.vue',
      '<script setup lang="ts" generic="T extends Record<string, number>">',
      '\nconst a = 1;\n',
      '</script>',
      'ts',
    ],
    [
      'an inline script of a page',
      'a.html',
      '<html><script src="b.js"></script><script type="application/ld+json">{"a":1}</script><script>',
      'a();',
      '</script></html>',
      'js',
    ],
    ['a module script', 'a.html', '<script type="module">', 'import "a";', '</script>', 'js'],
    [
      'a script that is whole without an end',
      'a.astro',
      '<script type="application/ld+json" set:html={data} />\n<p>{a}</p>\n<script>',
      'a();',
      '</script>',
      'ts',
    ],
    ['the front matter of Astro', 'a.astro', '---', '\nconst a: string = "b";', '\n---\n<p>{a}</p>', 'ts'],
  ])('%s', (_name, path, before, script, after, language) => {
    const found = scriptOf(path, before + script + after);
    expect(found.language).toBe(language);
    expect(found.text).toBe(blank(before) + script + blank(after));
  });

  it('keeps both scripts of a Vue component', () => {
    const text = '<script lang="ts">\nexport const a = 1;\n</script>\n<script setup lang="ts">\nconst b = 2;\n</script>';
    expect(scriptOf('A.vue', text).text).toHaveLength(text.length);
    expect(scriptOf('A.vue', text).text).toContain('export const a = 1;');
    expect(scriptOf('A.vue', text).text).toContain('const b = 2;');
  });

  it('is blank where there is no script', () => {
    expect(scriptOf('A.vue', '<template><p/></template>').text.trim()).toBe('');
  });
});

it('knows markup by its extension', () => {
  expect(['a.vue', 'a.svelte', 'a.astro', 'a.html', 'a.htm'].every(isMarkup)).toBe(true);
  expect(['a.ts', 'a.tsx', 'vue.js', 'html.ts'].some(isMarkup)).toBe(false);
});
