/** How many letters have to be put in, taken out, changed or swapped to make one word of another. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_row, i) => Array.from({ length: b.length + 1 }, (_cell, j) => (i === 0 ? j : i)));
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, rows[i - 2]![j - 2]! + 1);
      rows[i]![j] = least;
    }
  }
  return rows[a.length]![b.length]!;
}

/** The known word that somebody may have meant, or undefined where none is near. */
export function nearWord(word: string, known: readonly string[]): string | undefined {
  const asked = word.toLowerCase();
  const most = asked.length < 4 ? 1 : 2;
  const [nearest] = known
    .map((one) => ({ one, away: distance(asked, one.toLowerCase()) }))
    .filter(({ one, away }) => away <= most || (asked.length > 3 && one.startsWith(asked)))
    .toSorted((a, b) => a.away - b.away);
  return nearest?.one;
}

/** `. Did you mean 'undo'?`, or a full stop where no known word is near. */
export function didYouMean(word: string, known: readonly string[]): string {
  const near = nearWord(word, known);
  return near === undefined ? '.' : `. Did you mean '${near}'?`;
}
