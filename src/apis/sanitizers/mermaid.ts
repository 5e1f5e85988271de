import type { SanitizerApi } from './sanitizer-api.ts';

/** Diagrams, which go through DOMPurify before they are returned: https://mermaid.js.org/config/usage.html#securitylevel */
export const mermaid: SanitizerApi = {
  id: 'mermaid',
  calls: /^mermaid#(?:mermaidAPI\.)?render$/,
  unless: /securityLevel["']?\s*:\s*["'](?:loose|antiscript)/,
};
