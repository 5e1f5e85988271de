import type { SanitizerApi } from './sanitizer-api.ts';
import { whole } from '../../credentials/alternatives.ts';

/** Cleaners of HTML that go by a list of what may stay: https://github.com/bevacqua/insane, and striptags, which leaves none by itself. */
export const insane: SanitizerApi = {
  id: 'insane',
  calls: whole([
    /insane#(?:insane)?/,
    /striptags#(?:striptags)?/,
    /(?:@jitbit\/)?html-?sanitizer#(?:HtmlSanitizer\.)?(?:SanitizeHtml|sanitizeHtml)/,
  ]),
};
