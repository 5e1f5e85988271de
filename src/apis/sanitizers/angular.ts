import type { SanitizerApi } from './sanitizer-api.ts';

/** Angular's own: https://angular.dev/api/platform-browser/DomSanitizer */
export const angularSanitizer: SanitizerApi = { id: 'angular', calls: /^@angular\/platform-browser#DomSanitizer<new>\.sanitize$/ };
