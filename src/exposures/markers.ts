import { perFile } from '../syntax/source-file.ts';
import type { MarkerExposure } from './exposure.ts';

/** How a migration marks what is left for a person. Written here once, for the codemods too. */
export const MARKER = 'TODO(httponly):';

/** The marker in a comment of any of the languages that a file may be made of: code, markup, a template. */
const IN_COMMENT = /(?:\/\/|\/\*|\*|<!--|\{\/\*|#).*?TODO\(httponly\):([^\n\r]*)/g;

/** Markers that a migration left. */
export const markerExposures = perFile((file): readonly MarkerExposure[] => {
  // The expression goes over a line once for each sign of a comment in it: most files are spared that.
  if (!file.text.includes(MARKER)) return [];
  return [...file.text.matchAll(IN_COMMENT)].map((match) => {
    const start = match.index + match[0].indexOf(MARKER);
    const text = match[1]!.replace(/\s*(?:\*\/|-->).*$/, '').trim();
    return { kind: 'marker', file, range: [start, start + MARKER.length], text };
  });
});
