/** The first answer that is one. */
export function first<T, R>(list: Iterable<T>, answer: (item: T) => R | undefined): R | undefined {
  for (const item of list) {
    const found = answer(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
