/** What colours and weights the command writes itself. */
// eslint-disable-next-line no-control-regex -- They begin with it.
const OWN = /^\u001B\[(?:[0-4]|22|2[34]|3\d|9[0-7])m/;

/** Characters by which a terminal does other things than to show, and those that turn the direction of what is shown. */
// eslint-disable-next-line no-control-regex -- They are what is looked for.
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g;

/**
 * A text as a terminal may have it: names of files and pieces of code can hold sequences that hide what is said, change the
 * window's title or write into the clipboard. They are shown as `\x1b`.
 */
export function printable(text: string): string {
  return text.replace(CONTROLS, (control, at: number) => {
    if (OWN.test(text.slice(at, at + 6)) || (control === '\r' && text[at + 1] === '\n')) return control;
    const code = control.charCodeAt(0);
    return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16)}`;
  });
}
