// Knows which of the allowed words somebody probably meant. Pure; Damerau–Levenshtein in its optimal-string-alignment form.

/** The nearest word, or undefined when none is near enough to be worth a "did you mean". Case does not count. */
export function nearest(typed: string, allowed: Iterable<string>): string | undefined {
  const wanted = typed.toLowerCase().slice(0, longest);
  const tolerated = Math.max(1, Math.min(4, Math.floor(wanted.length / 3)));
  let best: string | undefined;
  let bestDistance = tolerated + 1;
  for (const word of allowed) {
    const candidate = word.toLowerCase();
    if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
    const found = distance(wanted, candidate);
    if (found < bestDistance) [best, bestDistance] = [word, found];
  }
  return best;
}

const longest = 80;

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
export function distance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1);
      current.push(least);
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}
