// What a hostile server sends must neither move a cursor nor change the order in which a line is read.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printable } from '../../src/core/mail/printable.ts';

/** Anything, but often what is dangerous. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '\u001b[2J',
        '\u001b]0;title\u0007',
        '\u009b31m',
        '\r\n',
        '\u202e',
        '\u2066',
        '\ud800',
        '\udc00',
        '\u{e0041}',
      ),
      fc.constantFrom('a\u0301\u0301\u0301\u0301\u0301\u0301', '日本語', '👨‍👩‍👧', '\\x1b'),
    ),
  )
  .map((parts) => parts.join(''));

describe('printable', () => {
  test.each([
    ['535 5.7.8 Error: authentication failed', '535 5.7.8 Error: authentication failed'],
    ['認証に失敗しました (👨‍👩‍👧)', '認証に失敗しました (👨‍👩‍👧)'],
    ['one\r\ntwo\tthree\nfour', 'one two three four'],
    ['\u001b[31mred\u001b[0m', '\\x1b[31mred\\x1b[0m'],
    ['\u009b2Jgone', '\\x9b2Jgone'],
    ['bell\u0007 delete\u007f nul\u0000', 'bell\\x07 delete\\x7f nul\\x00'],
    ['moc.elpmaxe\u202e', 'moc.elpmaxe\\u{202e}'],
    ['zero\u200bwidth \ufeff', 'zero\\u{200b}width \\u{feff}'],
    ['\ud83d alone', '\\u{d83d} alone'],
    ['line\u2028separator', 'line\\u{2028}separator'],
  ])('%j is shown as %j', (text, shown) => {
    expect(printable(text, 200)).toBe(shown);
  });

  test('a text that is too long ends in an ellipsis and keeps its characters whole', () => {
    expect(printable('abcdef', 6)).toBe('abcdef');
    expect(printable('abcdefg', 6)).toBe('abcde…');
    expect(printable('👍👍👍👍', 3)).toBe('👍👍…');
    expect(printable('x'.repeat(5_000_000), 4)).toBe('xxx…');
    expect(printable('abc', 0)).toBe('');
  });

  test('piles of combining marks do not leave their line', () => {
    expect(printable(`a${'\u0301'.repeat(5_000)}b`, 20_000)).toBe(`a${'\u0301'.repeat(4)}b`);
  });

  test('whatever is sent: nothing dangerous is left, and nothing is too long', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 60 }), (text, maximum) => {
        const shown = printable(text, maximum);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(shown.replace(/[\u200c\u200d]/g, '')).not.toMatch(/\p{Cf}/u);
        expect(Array.from(shown).length).toBeLessThanOrEqual(maximum);
      }),
    );
  });

  test('what was made printable stays as it is', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 60 }), (text, maximum) => {
        const shown = printable(text, maximum);
        expect(printable(shown, maximum)).toBe(shown);
      }),
    );
  });
});
