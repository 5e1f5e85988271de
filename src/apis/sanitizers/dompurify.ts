import type { SanitizerApi } from './sanitizer-api.ts';

/** https://github.com/cure53/DOMPurify, isomorphic-dompurify too, and the global of the script tag. Instances are made of a window. */
export const domPurify: SanitizerApi = {
  id: 'dompurify',
  calls: /^(?:(?:isomorphic-)?dompurify#(?:DOMPurify\.?)?(?:\(\)\.)?|DOMPurify(?:\(\))?\.)sanitize$/,
};
