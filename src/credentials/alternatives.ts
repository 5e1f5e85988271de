/**
 * Many alternatives: words with spaces or lines between them, or regular expressions. A list is easier to read and to
 * change than one long expression.
 */
type Alternatives = string | readonly RegExp[];

function sourceOf(alternatives: Alternatives): string {
  return (typeof alternatives === 'string' ? alternatives.trim().split(/\s+/) : alternatives.map(({ source }) => source)).join('|');
}

/** What is one of the alternatives, from beginning to end. */
export function whole(alternatives: Alternatives, flags = ''): RegExp {
  return new RegExp(`^(?:${sourceOf(alternatives)})$`, flags);
}

/** What begins with one of the alternatives. */
export function beginning(alternatives: Alternatives, flags = ''): RegExp {
  return new RegExp(`^(?:${sourceOf(alternatives)})`, flags);
}

/** What has one of the alternatives in it. */
export function either(alternatives: Alternatives, flags = ''): RegExp {
  return new RegExp(sourceOf(alternatives), flags);
}
