import type { InvalidCase } from './rule-cases.ts';

/**
 * An invalid case whose reports begin where its code has a `«`; the marks are taken out. All have the same message.
 */
export function marked(
  name: string,
  messageId: string,
  code: string,
  more: Omit<InvalidCase, 'name' | 'code' | 'errors'> = {},
): InvalidCase {
  const [first = '', ...rest] = code.split('«');
  let clean = first;
  const errors = rest.map((piece) => {
    const lines = clean.split('\n');
    clean += piece;
    return { messageId, line: lines.length, column: lines.at(-1)!.length + 1 };
  });
  return { ...more, name, code: clean, errors };
}
