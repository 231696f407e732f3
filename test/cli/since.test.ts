// What --since understands: how long ago, a time of day that has passed, a date. The rest is told with what is allowed.

import { describe, expect, test } from 'vitest';
import { momentAsked } from '../../src/cli/since.ts';

const now = new Date(2026, 10, 25, 9, 0, 0);
const local = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();

describe('--since', () => {
  test.each([
    ['10m', local(2026, 10, 25, 8, 50)],
    ['2h', local(2026, 10, 25, 7, 0)],
    ['3d', local(2026, 10, 22, 9, 0)],
    ['8:05', local(2026, 10, 25, 8, 5)],
    // Not yet today, so it was yesterday.
    ['14:30', local(2026, 10, 24, 14, 30)],
    ['2026-11-20', local(2026, 10, 20, 0, 0)],
    ['2026-11-20 14:30', local(2026, 10, 20, 14, 30)],
    ['2026-11-20T14:30:00+09:00', '2026-11-20T05:30:00.000Z'],
  ])('%s', (text, moment) => {
    expect(momentAsked(text, now, 'en')).toBe(moment);
  });

  test.each(['yesterday', '25:00', '2026-02-31', '2026-13-01', '10', '-5m', ''])(
    '"%s" is refused',
    (text) => {
      expect(() => momentAsked(text, now, 'en')).toThrow(/Say how long ago \(10m, 2h, 3d\) or when/);
      expect(() => momentAsked(text, now, 'ja')).toThrow(/2h、3d/);
    },
  );

  test('what is still to come is refused', () => {
    expect(() => momentAsked('2026-12-01', now, 'en')).toThrow(/still to come/);
  });
});
