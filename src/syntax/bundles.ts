/** Below this no file is asked: it costs little to read, and what people write is short. */
const SHORTEST = 50_000;
/** In characters. Nobody writes lines like that by hand, but for data. */
const LONG_LINE = 1000;

/** What bundlers put at the beginning of what they leave unminified: Parcel, webpack, Browserify. */
const BUNDLERS =
  /\bparcelRequire\b|\bwebpackBootstrap\b|\b__webpack_(?:modules__|require__)\b|\btypeof require(?:==['"]function['"])?&&require\b/;
const BEGINNING = 4000;

/**
 * Whether a text is the output of a bundler or a minifier: a bundler begins it, or more than half of it stands in very long lines,
 * and they hold code. Data in such lines (an image, a word list) has no brackets, semicolons and assignments, or few.
 */
export function isBundle(text: string): boolean {
  if (text.length < SHORTEST) return false;
  if (BUNDLERS.test(text.slice(0, BEGINNING))) return true;
  let long = 0;
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start);
    const stop = end < 0 ? text.length : end;
    if (stop - start > LONG_LINE && isCode(text.slice(start, Math.min(stop, start + 20 * LONG_LINE)))) long += stop - start;
    start = stop + 1;
  }
  return long * 2 > text.length;
}

function isCode(line: string): boolean {
  return (line.match(/[()=;]/g)?.length ?? 0) * 25 > line.length;
}
