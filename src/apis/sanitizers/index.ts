import { angularSanitizer } from './angular.ts';
import { domPurify } from './dompurify.ts';
import { entities } from './entities.ts';
import { highlighters } from './highlighters.ts';
import { insane } from './insane.ts';
import { mermaid } from './mermaid.ts';
import { sanitizeHtml } from './sanitize-html.ts';
import type { SanitizerApi } from './sanitizer-api.ts';
import { styledComponents } from './styled-components.ts';
import { xss } from './xss.ts';

export type { SanitizerApi } from './sanitizer-api.ts';

/** Every sanitizer that rules know. A new one is a file beside these and a line here. */
export const sanitizers: readonly SanitizerApi[] = [
  angularSanitizer,
  domPurify,
  entities,
  highlighters,
  insane,
  mermaid,
  sanitizeHtml,
  styledComponents,
  xss,
];
