/** The known word that a mistyped one is most like, so that a warning can say what was meant. */

/** By edit distance; the first of equals. `known` must not be empty. */
export function nearest(typed: string, known: readonly string[]): string {
  const [first, ...others] = known;
  if (first === undefined) throw new Error("`nearest` needs at least one known word to choose from.");
  let best = { word: first, distance: editDistance(typed, first) };
  for (const word of others) {
    const distance = editDistance(typed, word);
    if (distance < best.distance) best = { word, distance };
  }
  return best.word;
}

/** Levenshtein: how many letters must be added, dropped or replaced. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let line = 1; line <= a.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (row[column - 1] as number) + (a[line - 1] === b[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[column] as number) + 1, (next[column - 1] as number) + 1));
    }
    row = next;
  }
  return row.at(-1) as number;
}
