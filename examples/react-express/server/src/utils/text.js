/** A trimmed string; anything else that a client sends becomes ''. */
export function text(value) {
  return typeof value === 'string' ? value.trim() : '';
}
