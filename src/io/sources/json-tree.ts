// Knows the places in a JSON text: where each value and key stands, the first fault, and keys written twice.
// JSON.parse gives the values but no places, and its messages quote the text, which may hold a secret. Pure.

export type JsonNode = {
  start: number;
  /** Behind its last character. */
  end: number;
  entries?: JsonEntry[];
  items?: JsonNode[];
};
export type JsonEntry = { key: string; keyStart: number; keyEnd: number; value: JsonNode };

export type JsonFault = { offset: number; because: 'syntax' | 'too-deep' | 'written-twice' };
export type JsonTree = { root?: JsonNode; faults: JsonFault[] };

export const deepestJson = 50;

/** RFC 8259. Stops at the first fault of syntax or depth; keys written twice are all listed. */
export function jsonTree(text: string): JsonTree {
  const faults: JsonFault[] = [];
  let at = 0;
  const token = /[ \t\r\n]*/y;
  const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
  const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const fail = (because: JsonFault['because']): undefined => {
    faults.push({ offset: at, because });
    return undefined;
  };
  const next = (character: string): boolean => {
    take(token);
    if (text[at] !== character) return false;
    at++;
    return true;
  };

  /** The items of a list or a mapping up to its closing bracket. */
  const inside = (close: string, item: () => boolean): boolean => {
    if (next(close)) return true;
    while (item()) {
      if (next(close)) return true;
      if (!next(',')) return fail('syntax') ?? false;
    }
    return false;
  };

  const value = (depth: number): JsonNode | undefined => {
    if (depth > deepestJson) return fail('too-deep');
    take(token);
    const start = at;
    if (next('{')) {
      const entries: JsonEntry[] = [];
      const seen = new Set<string>();
      const whole = inside('}', () => {
        take(token);
        const keyStart = at;
        const raw = take(string);
        if (raw === undefined) return fail('syntax') ?? false;
        const key = JSON.parse(raw) as string;
        if (seen.has(key)) faults.push({ offset: keyStart, because: 'written-twice' });
        seen.add(key);
        const keyEnd = at;
        if (!next(':')) return fail('syntax') ?? false;
        const inner = value(depth + 1);
        if (inner === undefined) return false;
        entries.push({ key, keyStart, keyEnd, value: inner });
        return true;
      });
      return whole ? { start, end: at, entries } : undefined;
    }
    if (next('[')) {
      const items: JsonNode[] = [];
      const whole = inside(']', () => {
        const inner = value(depth + 1);
        return inner !== undefined && items.push(inner) > 0;
      });
      return whole ? { start, end: at, items } : undefined;
    }
    return (take(string) ?? take(scalar)) === undefined ? fail('syntax') : { start, end: at };
  };

  const root = value(0);
  if (root === undefined) return { faults };
  take(token);
  if (at < text.length) fail('syntax');
  return { root, faults };
}

/** The node at a path, or the deepest one on the way; `entry` is the mapping's entry that was last passed. */
export function nodeAt(
  root: JsonNode,
  path: readonly (string | number)[],
): { node: JsonNode; entry: JsonEntry | undefined; depth: number } {
  let node = root;
  let entry: JsonEntry | undefined;
  let depth = 0;
  for (const step of path) {
    if (typeof step === 'number') {
      const item = node.items?.[step];
      if (item === undefined) break;
      [node, entry] = [item, undefined];
    } else {
      // As JSON.parse has it: of a key written twice, the last counts.
      const found = node.entries?.findLast((candidate) => candidate.key === step);
      if (found === undefined) break;
      [node, entry] = [found.value, found];
    }
    depth++;
  }
  return { node, entry, depth };
}
