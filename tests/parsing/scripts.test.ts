import { describe, expect, it } from 'vitest';
import { isMarkup, scriptElementsOf, scriptOf } from '../../src/parsing/scripts.ts';

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

describe('scriptOf a page with handlers in attributes', () => {
  const scriptIn = (page: string): string => scriptOf('a.html', page).text;

  it('reads each as a function, at its place', () => {
    const page = `<a href="javascript:out()" onclick="if (a > b) go(); return false;">x</a>\r\n<b onclick=go()>y</b>\n<i onfocus='show("1")'></i>`;
    const script = scriptIn(page);
    expect(script).toHaveLength(page.length);
    expect(script.replace(/ +/g, ' ').trim()).toBe(
      ';()=>{out()} ;()=>{if (a > b) go(); return false;} \r\n ;()=>{go()} \n ;()=>{show("1")}',
    );
    for (const code of ['out()', 'if (a > b)', 'show("1")']) expect(script.indexOf(code)).toBe(page.indexOf(code));
  });

  it('parts what stands on one line', () => {
    expect(scriptIn('<b onclick="go()"></b><script>a()</script><script>(b)()</script>').replace(/ +/g, ' ')).toBe(
      ' ;()=>{go()} ;a() ;(b)() ',
    );
  });

  it('does not read comments, scripts, styles, addresses, what is escaped or made by a template', () => {
    for (const page of [
      '<!-- <a onclick="go()"> -->',
      '<style>/* <a onclick="go()"> */</style>',
      '<a href="/onclick=go()" data-onclick="go()">on click="x"</a>',
      '<a onclick="go(&quot;a&quot;)"></a>',
      '<a onclick="go({{ id }})"></a>',
    ])
      expect(scriptIn(page)).toBe(blank(page));
  });
});

describe('scriptOf an EJS template', () => {
  it('has a name for what is written, and nothing for what is done', () => {
    const page = "<script>\n<% if (a) { %>\nconst a = '<%= a %>' + '/<%- b %>', c = <%= c %>;\n<% } %></script>";
    expect(
      scriptOf('a.ejs', page)
        .text.split('\n')
        .map((line) => line.trim()),
    ).toEqual(['', '', "const a = __________ + '/________', c = ________;", '']);
  });
});

describe('scriptElementsOf', () => {
  it('says how a page runs its scripts', () => {
    const page =
      '<!-- <script src="no.js"></script> --><script defer src=a.js?v=1></script><script type="module">b()</script><script type="text/template">c</script><script>d()</script>';
    expect(
      scriptElementsOf('a.html', page).map(({ src, isModule, isDeferred, content }) => [src, isModule, isDeferred, page.slice(...content)]),
    ).toEqual([
      ['a.js?v=1', false, true, ''],
      [undefined, true, true, 'b()'],
      [undefined, false, false, 'd()'],
    ]);
  });
});
