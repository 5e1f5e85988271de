import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-unsanitized-html',
  valid: [
    {
      name: 'insane, striptags and entities',
      filename: 'client/a.js',
      code: "import insane from 'insane';\nimport striptags from 'striptags';\nimport he from 'he';\nimport { encode } from 'html-entities';\nimport { escapeUTF8 } from 'entities';\nelement.innerHTML = insane(body);\nelement.innerHTML = `<p>${striptags(body)}</p>`;\nelement.innerHTML = he.encode(body) + encode(title);\nelement.innerHTML = escapeUTF8(body);",
    },
    {
      name: 'each item is escaped by a helper',
      filename: 'client/a.js',
      code: "const escapeHtml = (text) => text.replace(/[&<>]/g, (sign) => SIGNS[sign]);\nlist.innerHTML = items.map((item) => `<li>${escapeHtml(item.name)}</li>`).join('');\nlist.innerHTML = Array.from(items, (item) => '<b>' + escapeHtml(item) + '</b>').join('');\nconst row = (item) => `<td>${escapeHtml(item)}</td>`;\nlist.innerHTML = `<tr>${items.map(row).join('')}</tr>`;",
    },
    {
      name: 'constant texts in several languages',
      filename: 'client/a.jsx',
      code: "const TEXTS = { en: { hello: '<b>Hello</b>' }, de: { hello: '<b>Hallo</b>' } };\nconst LABELS = { on: '<i>on</i>', off: '<i>off</i>' };\nelement.innerHTML = TEXTS[language].hello;\nelement.innerHTML = LABELS[state];\nexport const Hint = ({ kind }) => <p dangerouslySetInnerHTML={{ __html: LABELS[kind] }} />;",
    },
    {
      name: "translations by their key's function",
      filename: 'client/a.js',
      code: "element.innerHTML = this.translate.instant('FOOTER.LEGAL');\nelement.innerHTML = chrome.i18n.getMessage('help');\nelement.innerHTML = __('Welcome');",
    },
    {
      name: 'style sheets',
      filename: 'client/a.js',
      code: "export function theme(css) {\n  const style = document.createElement('style');\n  style.innerHTML = css;\n  document.head.append(style);\n}\nexport class Themes {\n  sheet = document.createElement('STYLE');\n  set(css) { this.sheet.innerHTML = css; }\n}",
    },
    {
      name: 'markup that is only read as a text',
      filename: 'client/a.js',
      code: "export function plain(html) {\n  const template = document.createElement('template');\n  template.innerHTML = html;\n  return template.content.textContent;\n}\nexport function decoded(html) {\n  const area = document.createElement('textarea');\n  area.innerHTML = html;\n  return area.value;\n}\nexport function inner(html) {\n  const page = document.implementation.createHTMLDocument('');\n  page.body.innerHTML = html;\n  return page.body.textContent;\n}",
    },
    {
      name: 'said to be safe',
      filename: 'client/a.js',
      code: 'element.innerHTML = safeHtmlFormat(number);\nelement.innerHTML = row.safeHtml;',
    },
    {
      name: 'highlighted',
      filename: 'client/a.jsx',
      code: "import hljs from 'highlight.js/lib/core';\nimport { codeToHtml } from 'shiki';\nimport Prism from 'prismjs';\nimport * as Diff2Html from 'diff2html';\nexport async function show(text) {\n  const { value } = hljs.highlight(text, { language: 'js' });\n  const result = hljs.highlightAuto(text);\n  element.innerHTML = value;\n  element.innerHTML = result.value;\n  element.innerHTML = await codeToHtml(text, { lang: 'js' });\n  element.innerHTML = Prism.highlight(text, Prism.languages.js, 'js');\n  element.innerHTML = Diff2Html.html(text, {});\n}",
    },
    {
      name: 'diagrams',
      filename: 'client/a.js',
      code: "import mermaid from 'mermaid';\nexport async function show(text) {\n  mermaid.render('a', text).then(({ svg }) => { element.innerHTML = svg; });\n  mermaid.render('a', text).then((result) => { element.innerHTML = result.svg; });\n  const { svg } = await mermaid.render('a', text);\n  const made = await mermaid.render('b', text);\n  element.innerHTML = svg;\n  element.innerHTML = `<div>${made.svg}</div>`;\n}",
    },
    {
      name: 'styles of a server',
      filename: 'server/a.js',
      code: "import { ServerStyleSheet } from 'styled-components';\nconst sheet = new ServerStyleSheet();\nconst tags = sheet.getStyleTags();\ndocument.head.insertAdjacentHTML('beforeend', tags);",
    },
    {
      name: 'a list that is written in the code',
      filename: 'client/a.jsx',
      code: "const POSTS = [{ id: 1, embed: '<iframe src=\"https://example.com\"></iframe>' }, { id: 2, embed: '<b>x</b>' }];\nexport const Posts = () => POSTS.map((post) => <p key={post.id} dangerouslySetInnerHTML={{ __html: post.embed }} />);",
    },
    {
      name: 'Vue, data that is sanitized when it changes',
      filename: 'Post.vue',
      code: "<template>\n  <div><p v-html=\"html\" /><p v-html=\"intro\" /></div>\n</template>\n<script>\nimport DOMPurify from 'dompurify';\nexport default {\n  data() {\n    return { html: '', intro: '<b>x</b>' };\n  },\n  methods: {\n    show(text) {\n      this.html = DOMPurify.sanitize(text);\n    },\n  },\n};\n</script>",
    },
    {
      name: 'a library that was copied in',
      filename: 'client/prism.js',
      code: `!function(){${"e.push({token:t,alias:'x'});".repeat(300)}element.innerHTML=e}();`,
    },
    {
      name: 'constants',
      filename: 'client/a.js',
      code: "const EMPTY = '<p>Nothing here</p>';\nelement.innerHTML = '';\nelement.innerHTML = EMPTY;\nelement.outerHTML = `<b>${'x'}</b>` + EMPTY;\nelement.insertAdjacentHTML('beforeend', isOpen ? '<i></i>' : EMPTY);\ndocument.write('<p></p>');",
    },
    {
      name: 'DOMPurify',
      filename: 'client/a.js',
      code: "import DOMPurify from 'dompurify';\nimport { sanitize } from 'isomorphic-dompurify';\nimport * as purify from 'dompurify';\nelement.innerHTML = DOMPurify.sanitize(html);\nelement.innerHTML = sanitize(html);\nelement.innerHTML = purify.sanitize(html, {});\nelement.innerHTML = DOMPurify(window).sanitize(html);",
    },
    {
      name: 'sanitize-html and xss',
      filename: 'server/a.js',
      code: "const sanitizeHtml = require('sanitize-html');\nconst xss = require('xss');\nconst { FilterXSS } = xss;\nelement.innerHTML = sanitizeHtml(html);\nelement.innerHTML = xss(html);\nelement.innerHTML = new FilterXSS({}).process(html);",
    },
    {
      name: 'a sanitizer of the settings',
      filename: 'client/a.js',
      code: "import { clean } from '@acme/html';\nelement.innerHTML = clean(html);\nelement.innerHTML = html.tidy(text);\nelement.innerHTML = render(text);",
      settings: { sanitizers: ['@acme/html#clean', 'html.tidy', 'render'] },
    },
    {
      name: 'sanitized before',
      filename: 'client/a.jsx',
      code: "import DOMPurify from 'dompurify';\nimport { useMemo } from 'react';\nexport function Post({ body }) {\n  const html = useMemo(() => DOMPurify.sanitize(marked(body)), [body]);\n  const markup = { __html: html };\n  return <><p dangerouslySetInnerHTML={markup} /><p dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(body) }} /></>;\n}",
    },
    {
      name: 'sanitized by a function of the file',
      filename: 'client/a.jsx',
      code: "import DOMPurify from 'dompurify';\nconst toHtml = (text) => DOMPurify.sanitize(marked(text));\nconst toMarkup = (text) => ({ __html: toHtml(text) });\nexport const Post = ({ body }) => <p dangerouslySetInnerHTML={toMarkup(body)} />;",
    },
    {
      name: 'sanitized by its name',
      filename: 'client/a.js',
      code: 'element.innerHTML = post.sanitizedBody;\nelement.innerHTML = escapeHtml(text);\nelement.innerHTML = `<b>${escapeHtml(name)}</b>`;',
    },
    {
      name: 'constant styles',
      filename: 'client/a.jsx',
      code: "const CSS = 'body { color: red }';\nexport const Style = () => <style dangerouslySetInnerHTML={{ __html: CSS }} />;\nexport const Themed = () => <style dangerouslySetInnerHTML={{ __html: `body { margin: ${4}px }` }} />;",
    },
    {
      name: 'JSON-LD',
      filename: 'app/page.tsx',
      code: 'export const Page = ({ data }) => <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify(data) }} />;',
    },
    {
      name: 'serialized data',
      filename: 'client/a.jsx',
      code: "import serialize from 'serialize-javascript';\nexport const A = ({ data }) => <><script dangerouslySetInnerHTML={{ __html: serialize(data) }} /><script dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replace(/</g, '\\\\u003c') }} /></>;",
    },
    {
      name: 'a file as it is',
      filename: 'client/a.js',
      code: "import icon from './icon.svg?raw';\nimport { ICON_HTML } from './icons';\nelement.innerHTML = icon;\nelement.innerHTML = ICON_HTML;",
    },
    {
      name: 'what is HTML already',
      filename: 'client/a.js',
      code: 'const before = element.innerHTML;\nelement.innerHTML = before;\nother.innerHTML = element.innerHTML;\nconst read = element.outerHTML.length;\nelement.textContent = name;',
    },
    { name: 'another write', filename: 'client/a.js', code: 'stream.write(html);\ndocument.writeFile(html);\nresponse.write(innerHTML);' },
    {
      name: 'Vue, sanitized',
      filename: 'Post.vue',
      code: '<script setup>\nimport { computed } from \'vue\';\nimport DOMPurify from \'dompurify\';\nconst props = defineProps([\'body\']);\nconst html = computed(() => DOMPurify.sanitize(props.body));\nconst toHtml = (text) => DOMPurify.sanitize(text);\n</script>\n<template>\n  <div>\n    <p v-html="html" />\n    <p v-html="toHtml(props.body)" />\n    <p v-html="DOMPurify.sanitize(props.body)" />\n    <p v-html="\'<b>x</b>\'" />\n    <p v-html="$t(\'greeting\')" />\n    <p v-html="post.sanitizedBody" />\n  </div>\n</template>',
    },
    {
      name: 'Vue, options, sanitized',
      filename: 'Post.vue',
      code: '<template>\n  <p v-html="html" />\n</template>\n<script>\nimport DOMPurify from \'dompurify\';\nexport default {\n  computed: {\n    html() {\n      return DOMPurify.sanitize(this.body);\n    },\n  },\n};\n</script>',
    },
    {
      name: 'Astro, constant, and data of a script',
      filename: 'Post.astro',
      code: '<div><script type="application/ld+json" set:html={JSON.stringify(schema)} /><p set:html={\'<b>x</b>\'} /><p set:html="<b>x</b>" /></div>',
    },
    {
      name: 'Svelte, sanitized',
      filename: 'Post.svelte',
      code: "<script>\n  import DOMPurify from 'dompurify';\n  export let body;\n  const intro = '<b>x</b>';\n</script>\n<p>{@html DOMPurify.sanitize(body)}{@html intro}</p>",
    },
    {
      name: "Svelte's loop over what the script holds",
      filename: 'client/Icons.svelte',
      code: "<script>\n  const icons = [{ name: 'a', svg: '<path d=\"M1 1\" />' }, { name: 'b', svg: '<path d=\"M2 2\" />' }];\n</script>\n{#each icons as icon}<svg>{@html icon.svg}</svg>{/each}",
    },
    {
      name: "Vue's loop over what the script holds",
      filename: 'client/Icons.vue',
      code: `<template><ul><li v-for="(icon, i) in icons" :key="i" v-html="icon.svg" /></ul></template>\n<script setup>\nconst icons = [{ svg: '<path d="M1 1" />' }, { svg: '<path d="M2 2" />' }];\n</script>`,
    },
    { name: 'a test', filename: 'client/a.test.js', code: 'element.innerHTML = html;' },
  ],
  invalid: [
    {
      name: 'a template whose content comes into the page',
      filename: 'client/a.js',
      code: "export function show(html) {\n  const template = document.createElement('template');\n  template.innerHTML = html;\n  document.body.append(template.content);\n}",
      errors: [{ messageId: 'unsanitized', line: 3, column: 3 }],
    },
    {
      name: 'a document whose nodes come into the page',
      filename: 'client/a.js',
      code: "export function show(html) {\n  const page = document.implementation.createHTMLDocument('');\n  page.body.innerHTML = html;\n  return page.body.firstChild;\n}",
      errors: [{ messageId: 'unsanitized', line: 3, column: 3 }],
    },
    {
      name: 'items that nothing escapes',
      filename: 'client/a.js',
      code: "list.innerHTML = items.map((item) => `<li>${item.name}</li>`).join('');",
      errors: [{ messageId: 'unsanitized', line: 1, column: 1 }],
    },
    {
      name: 'diagrams, with the safety off',
      filename: 'client/a.js',
      code: "import mermaid from 'mermaid';\nmermaid.initialize({ securityLevel: 'loose' });\nexport const show = (text) => mermaid.render('a', text).then(({ svg }) => { element.innerHTML = svg; });",
      errors: [{ messageId: 'unsanitized', line: 3, column: 77 }],
    },
    {
      name: 'Vue, data that people write',
      filename: 'Post.vue',
      code: '<template>\n  <div><editor v-model="text" /><p v-html="text" /><p v-html="html" /></div>\n</template>\n<script>\nexport default {\n  data: () => ({ text: \'<b>x</b>\', html: \'\' }),\n  methods: {\n    show(text) {\n      this.html = this.$refs.editor.getHtml();\n    },\n  },\n};\n</script>',
      errors: [
        { messageId: 'unsanitized', line: 2, column: 36 },
        { messageId: 'unsanitized', line: 2, column: 55 },
      ],
    },
    {
      name: 'a list of which one is not',
      filename: 'client/a.jsx',
      code: "export const Posts = ({ text }) => [{ embed: '<b>x</b>' }, { embed: text }].map((post) => <p dangerouslySetInnerHTML={{ __html: post.embed }} />);",
      errors: [{ messageId: 'unsanitized', line: 1, column: 94 }],
    },
    {
      name: 'innerHTML, outerHTML, srcdoc',
      filename: 'client/a.js',
      code: "export function show(html) {\n  element.innerHTML = html;\n  element.outerHTML = `<b>${html}</b>`;\n  element.innerHTML += '<i>' + html;\n  frame.srcdoc = html;\n  element['innerHTML'] = html;\n}",
      errors: [
        { messageId: 'unsanitized', line: 2, column: 3 },
        { messageId: 'unsanitized', line: 3, column: 3 },
        { messageId: 'unsanitized', line: 4, column: 3 },
        { messageId: 'unsanitized', line: 5, column: 3 },
        { messageId: 'unsanitized', line: 6, column: 3 },
      ],
    },
    {
      name: 'methods',
      filename: 'client/a.js',
      code: "export function show(html) {\n  element.insertAdjacentHTML('beforeend', html);\n  document.write(html);\n  window.document.writeln('<b>', html);\n  range.createContextualFragment(html);\n  element?.setHTMLUnsafe(html);\n}",
      errors: [
        { messageId: 'unsanitized', line: 2, column: 3 },
        { messageId: 'unsanitized', line: 3, column: 3 },
        { messageId: 'unsanitized', line: 4, column: 3 },
        { messageId: 'unsanitized', line: 5, column: 3 },
        { messageId: 'unsanitized', line: 6, column: 3 },
      ],
    },
    {
      name: 'React',
      filename: 'client/a.jsx',
      code: 'export const Post = ({ body, markup }) => <><p dangerouslySetInnerHTML={{ __html: body }} /><p dangerouslySetInnerHTML={markup} /></>;',
      errors: [
        { messageId: 'unsanitized', line: 1, column: 48 },
        { messageId: 'unsanitized', line: 1, column: 96 },
      ],
    },
    {
      name: 'React, markdown through a variable',
      filename: 'client/a.jsx',
      code: "import { marked } from 'marked';\nexport function Post({ body }) {\n  const markup = { __html: marked(body) };\n  return <p dangerouslySetInnerHTML={markup} />;\n}",
      errors: [{ messageId: 'unsanitized', line: 4, column: 13 }],
    },
    {
      name: 'React, createElement',
      filename: 'client/a.js',
      code: "import { createElement } from 'react';\nexport const Post = ({ body }) => createElement('p', { dangerouslySetInnerHTML: { __html: body } });",
      errors: [{ messageId: 'unsanitized', line: 2, column: 56 }],
    },
    {
      name: 'React, JSON in a script that runs',
      filename: 'client/a.jsx',
      code: 'export const State = ({ state }) => <script dangerouslySetInnerHTML={{ __html: `window.STATE = ${JSON.stringify(state)}` }} />;',
      errors: [{ messageId: 'unsanitized', line: 1, column: 45 }],
    },
    {
      name: 'Solid',
      filename: 'client/a.jsx',
      code: 'export const Post = (props) => <p innerHTML={props.body} />;',
      errors: [{ messageId: 'unsanitized', line: 1, column: 35 }],
    },
    {
      name: 'Angular',
      filename: 'client/a.ts',
      code: "import { DomSanitizer } from '@angular/platform-browser';\nexport class Post {\n  constructor(private sanitizer: DomSanitizer) {}\n  show = (body: string) => this.sanitizer.bypassSecurityTrustHtml(body);\n}",
      errors: [{ messageId: 'unsanitized', line: 4, column: 28 }],
    },
    {
      name: 'sanitized on one way only',
      filename: 'client/a.js',
      code: "import DOMPurify from 'dompurify';\nexport function show(html, trusted) {\n  let text = DOMPurify.sanitize(html);\n  if (trusted) text = html;\n  element.innerHTML = text;\n  element.innerHTML = trusted ? html : DOMPurify.sanitize(html);\n}",
      errors: [
        { messageId: 'unsanitized', line: 5, column: 3 },
        { messageId: 'unsanitized', line: 6, column: 3 },
      ],
    },
    {
      name: 'Vue',
      filename: 'Post.vue',
      code: '<script setup>\nimport { marked } from \'marked\';\nconst props = defineProps([\'body\']);\nconst toHtml = (text) => marked(text);\n</script>\n<template>\n  <div>\n    <p v-html="props.body" />\n    <p class="x" v-html="toHtml(body)" />\n  </div>\n</template>',
      errors: [
        { messageId: 'unsanitized', line: 8, column: 8 },
        { messageId: 'unsanitized', line: 9, column: 18 },
      ],
    },
    {
      name: 'Vue, options',
      filename: 'Post.vue',
      code: "<template>\n  <div><p v-html=\"parse(body)\" /></div>\n</template>\n<script>\nimport { marked } from 'marked';\nexport default {\n  props: ['body'],\n  methods: {\n    parse(text) {\n      return marked(text);\n    },\n  },\n};\n</script>",
      errors: [{ messageId: 'unsanitized', line: 2, column: 11 }],
    },
    {
      name: 'Astro',
      filename: 'Post.astro',
      code: '<div><p set:html={body} /><Fragment set:html={marked(body)} /></div>',
      errors: [
        { messageId: 'unsanitized', line: 1, column: 9 },
        { messageId: 'unsanitized', line: 1, column: 37 },
      ],
    },
    {
      name: 'Svelte',
      filename: 'Post.svelte',
      code: '<script>\n  export let body;\n</script>\n<p>{@html body}</p>\n{#if body}{@html `<b>${body}</b>`}{/if}',
      errors: [
        { messageId: 'unsanitized', line: 4, column: 4 },
        { messageId: 'unsanitized', line: 5, column: 11 },
      ],
    },
    {
      name: "Svelte's loop over what a page is given",
      filename: 'client/Icons.svelte',
      code: "<script>\n  export let icons;\n  const others = [{ svg: '<path />' }];\n</script>\n{#each icons as icon}<svg>{@html icon.svg}</svg>{/each}\n{#each others as icon}<i>{icon.svg}</i>{/each}",
      errors: [{ messageId: 'unsanitized', line: 5, column: 27 }],
    },
    {
      name: 'what another rule says of the same place',
      filename: 'client/b.js',
      code: "export function show(html) {\n  element.innerHTML = html;\n  other.innerHTML = `<a href='/me?token=${localStorage.getItem('token')}'>${html}</a>`;\n}",
      errors: [{ messageId: 'unsanitized', line: 2, column: 3 }],
    },
  ],
} satisfies RuleCases;
