import type { SanitizerApi } from './sanitizer-api.ts';
import { whole } from '../../credentials/alternatives.ts';

/** Texts with the signs of HTML written as entities: https://github.com/mathiasbynens/he, entities, html-entities, html-escaper */
export const entities: SanitizerApi = {
  id: 'entities',
  calls: whole([
    /he#(?:he\.)?(?:encode|escape)/,
    /(?:html-)?entities#(?:encode(?:HTML|XML|NonAsciiHTML)?|escape(?:UTF8|Text))/,
    /html-escaper#escape/,
    /lodash(?:-es)?\/escape#/,
  ]),
};
