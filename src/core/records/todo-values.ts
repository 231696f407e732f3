// Knows how `TODO …` values are taken out of a typed record, and what is incomplete without them. May not say what is wrong.

import { valueAt } from './explain-issue.ts';
import type { FieldPath } from './where.ts';

export type FoundTodo = { path: FieldPath; hint: string };

type Fields = Record<string, unknown>;

export const taken = Symbol('taken out');
const deepest = 20;

/** The value without its `TODO …` scalars, which go to `found`; the same value where there are none. */
export function withoutTodos(value: unknown, path: FieldPath, found: FoundTodo[]): unknown {
  if (typeof value === 'string') {
    if (!value.startsWith('TODO')) return value;
    const rest = /^TODO(?![A-Za-z0-9_])[\s:：–—-]*/.exec(value);
    if (rest === null) return value;
    found.push({ path, hint: value.slice(rest[0].length).trim() });
    return taken;
  }
  if (typeof value !== 'object' || value === null || path.length > deepest) return value;
  const before = found.length;
  if (Array.isArray(value)) {
    const items = value.map((item, index) => withoutTodos(item, [...path, index], found));
    // An item taken out would move the ones after it: the whole list waits for its TODO.
    if (items.includes(taken)) return taken;
    return found.length === before ? value : items;
  }
  const rest: Fields = {};
  for (const [key, inner] of Object.entries(value)) {
    const kept = withoutTodos(inner, [...path, key], found);
    if (kept !== taken && key !== '__proto__') rest[key] = kept;
  }
  return found.length === before ? value : rest;
}

/** The complaint is about a place that a TODO was taken out of, or about what surrounds it. */
export function isLeftOver(issuePath: readonly PropertyKey[], todos: readonly FoundTodo[]): boolean {
  return todos.some(
    (todo) =>
      issuePath.length <= todo.path.length && issuePath.every((step, index) => todo.path[index] === step),
  );
}

/** Takes out what is incomplete without its TODO: the value itself, or what holds it. True: something was. */
export function takeOut(fields: Fields, issuePath: readonly PropertyKey[]): boolean {
  const path = issuePath.map((step) => (typeof step === 'number' ? step : String(step)));
  const target = valueAt(fields, path) === undefined ? path.slice(0, -1) : path;
  const last = target.at(-1);
  if (last === undefined) return false;
  const parent = valueAt(fields, target.slice(0, -1));
  if (typeof parent !== 'object' || parent === null) return false;
  if (Array.isArray(parent)) return takeOut(fields, target.slice(0, -1));
  return Object.hasOwn(parent, last) && delete (parent as Fields)[last];
}
