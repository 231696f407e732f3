// Knows how a measured value is set against its limit and printed. Measures nothing.

let notKept = 0;

export function heading(text) {
  console.log(`\n${text}`);
}

/** One line of the table. Without `limit` the value is information. */
export function row(what, measured, unit, limit) {
  const kept = limit === undefined || measured <= limit;
  if (!kept) notKept += 1;
  const value = `${measured.toFixed(unit === 'ms' ? 1 : 2)} ${unit}`;
  const bound = limit === undefined ? '' : `at most ${Number(limit.toFixed(2))}`;
  const verdict = limit === undefined ? '' : kept ? 'kept' : 'NOT KEPT';
  console.log(`  ${what.padEnd(62)} ${value.padStart(13)}   ${bound.padEnd(13)} ${verdict}`.trimEnd());
}

export function note(text) {
  console.log(`  ${text}`);
}

/** How many limits were not kept. */
export function misses() {
  return notKept;
}
