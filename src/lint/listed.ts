/** A list for people, of which no more than some are named: "POST /login, POST /refresh and 2 more". */
export function listed(names: readonly string[], most: number): string {
  const rest = names.length - most;
  const named = names.slice(0, most);
  if (rest > 0) return `${named.join(', ')} and ${rest} more`;
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)!}`;
}
