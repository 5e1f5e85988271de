import type { SanitizerApi } from './sanitizer-api.ts';

/** https://github.com/leizongmin/js-xss: the function, and filters that are made. */
export const xss: SanitizerApi = { id: 'xss', calls: /^xss#(?:filterXSS|FilterXSS<new>\.process)?$/ };
