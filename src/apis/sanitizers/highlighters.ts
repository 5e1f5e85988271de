import type { SanitizerApi } from './sanitizer-api.ts';

/** https://highlightjs.org, https://prismjs.com, https://shiki.style and https://diff2html.xyz: code is escaped before it is coloured. */
export const highlighters: SanitizerApi = {
  id: 'highlighters',
  calls:
    /^(?:highlight\.js(?:\/lib\/(?:core|common))?#(?:highlight|highlightAuto|hljs\.highlight|hljs\.highlightAuto)|prismjs#highlight|Prism\.highlight|hljs\.highlight(?:Auto)?|shiki#(?:codeToHtml|(?:createHighlighter|getHighlighter|getSingletonHighlighter)\(\)\.codeToHtml)|diff2html#(?:Diff2Html\.)?html)$/,
};
