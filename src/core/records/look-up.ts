// Knows how a look-up over many records is made once and then asked again and again: a hundred thousand mailboxes are judged
// one after the other. Pure; what is looked up is its callers' affair.

/** `make`, remembered for as long as what it was made of is there. */
export function once<From extends object, Made>(make: (from: From) => Made): (from: From) => Made {
  const known = new WeakMap<From, { made: Made }>();
  return (from) => {
    const before = known.get(from);
    if (before !== undefined) return before.made;
    const made = make(from);
    known.set(from, { made });
    return made;
  };
}

/** Puts a value with the others of its key. */
export function gather<Key, Value>(byKey: Map<Key, Value[]>, key: Key, value: Value): void {
  const same = byKey.get(key);
  if (same === undefined) byKey.set(key, [value]);
  else same.push(value);
}
