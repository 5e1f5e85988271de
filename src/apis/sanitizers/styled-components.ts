import type { SanitizerApi } from './sanitizer-api.ts';

/** The style sheet that a server sends along: https://styled-components.com/docs/advanced#server-side-rendering */
export const styledComponents: SanitizerApi = { id: 'styled-components', calls: /^styled-components#ServerStyleSheet<new>\.getStyleTags$/ };
