import type { HtmlSinkApi } from './html-sink-api.ts';

/** `v-html` of Vue, `{@html}` of Svelte and `set:html` of Astro, which stand in templates: whoever parsed the file has found them. */
export const templates: HtmlSinkApi = {
  id: 'templates',
  hint: /v-html|\{@html|set:html/,
  *sinks(file) {
    for (const { range, sink, expression } of file.templateHtml?.() ?? []) yield { range, sink, value: { file, node: expression } };
  },
};
