import type { SanitizerApi } from './sanitizer-api.ts';
import { whole } from '../../credentials/alternatives.ts';

/** https://highlightjs.org, https://prismjs.com, https://shiki.style and https://diff2html.xyz: code is escaped before it is coloured. */
export const highlighters: SanitizerApi = {
  id: 'highlighters',
  calls: whole([
    /highlight\.js(?:\/lib\/(?:core|common))?#(?:hljs\.)?highlight/,
    /highlight\.js(?:\/lib\/(?:core|common))?#(?:hljs\.)?highlightAuto/,
    /prismjs#highlight/,
    /Prism\.highlight/,
    /hljs\.highlight/,
    /hljs\.highlightAuto/,
    /shiki#(?:codeToHtml|(?:createHighlighter|getHighlighter|getSingletonHighlighter)\(\)\.codeToHtml)/,
    /diff2html#(?:Diff2Html\.)?html/,
  ]),
  methods: /^(?:codeToHtml|highlightAuto)$/,
};
