import type { SanitizerApi } from './sanitizer-api.ts';

/** https://github.com/apostrophecms/sanitize-html */
export const sanitizeHtml: SanitizerApi = { id: 'sanitize-html', calls: /^sanitize-html#$/ };
