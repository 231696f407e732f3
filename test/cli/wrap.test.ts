// Lines fit a terminal, East-Asian text included, and Japanese lines begin and end where a reader expects it.

import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { measuredRoughly, padTo, quickWidth, widthOf, wrap } from '../../src/cli/wrap.ts';

describe('widthOf', () => {
  it('counts a wide character as two columns', () => {
    expect(widthOf('mail')).toBe(4);
    expect(widthOf('総務部メール')).toBe(12);
  });

  it('agrees with string-width wherever it says to be exact', () => {
    const wrong: string[] = [];
    for (let point = 0x20; point < 0x20000; point += 1) {
      const text = String.fromCodePoint(point);
      const { columns, exact } = quickWidth(text);
      if (exact && columns !== stringWidth(text)) wrong.push(point.toString(16));
    }
    expect(wrong).toEqual([]);
    expect(quickWidth('From は「所有者」→ ユーザー ✓ é Ж').exact).toBe(true);
    expect(quickWidth('👩‍💻').exact).toBe(false);
  });

  it('asks string-width once something else was to be measured', async () => {
    expect(await measuredRoughly()).toBe(false);
    widthOf('e\u0301 👩‍💻');
    expect(await measuredRoughly()).toBe(true);
    expect(widthOf('e\u0301 👩‍💻')).toBe(4);
  });

  it('pads by columns, not by characters', () => {
    expect(padTo('宛先', 8)).toBe('宛先    ');
    expect(padTo('recipient', 4)).toBe('recipient');
  });
});

describe('wrap', () => {
  it('breaks English at spaces and keeps what cannot be broken', () => {
    expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
    expect(wrap('see https://example.com/a/long/path now', 12)).toEqual([
      'see',
      'https://example.com/a/long/path',
      'now',
    ]);
  });

  it('indents the first line and hangs the others', () => {
    expect(wrap('1. Approve the mailbox', 16, '  ', '     ')).toEqual(['  1. Approve the', '     mailbox']);
  });

  it('keeps the line breaks of its caller', () => {
    expect(wrap('one\ntwo', 80, '- ', '  ')).toEqual(['- one', '  two']);
  });

  it('keeps a katakana word in one piece', () => {
    expect(wrap('送信するメールボックス', 16)).toEqual(['送信する', 'メールボックス']);
  });

  it('never begins a line with a closing mark', () => {
    // Ten columns hold five wide characters; the mark that would be the sixth takes its neighbour along.
    expect(wrap('あいうえお。かき', 10)).toEqual(['あいうえ', 'お。かき']);
    expect(wrap('「承認」を押す', 6)).toEqual(['「承', '認」を', '押す']);
  });

  it('never ends a line with an opening mark', () => {
    expect(wrap('画面の「承認」', 8)).toEqual(['画面の', '「承認」']);
  });

  it('breaks between Japanese and Latin words, never inside a Latin word', () => {
    expect(wrap('差出人はSYSTEMです', 10)).toEqual(['差出人は', 'SYSTEMです']);
  });

  it('loses no character, whatever the width', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '宛', '先', '。', '「', '」', 'ー') });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (sentence, width) => {
        const joined = wrap(sentence, width).join('').replaceAll(' ', '');
        expect(joined).toBe(sentence.replaceAll(' ', ''));
      }),
    );
  });

  it('stays within the width where every piece fits', () => {
    const text = fc.string({ unit: fc.constantFrom('宛', '先', 'に', '送', 'る') });
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 40 }), (sentence, width) => {
        for (const line of wrap(sentence, width)) expect(widthOf(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
