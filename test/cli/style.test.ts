// Who decides about colour, signs, width and language, and in which order.

import { describe, expect, it } from 'vitest';
import { colourLevel, createStyle } from '../../src/cli/style.ts';
import { chooseLanguage, valueOfFlag } from '../../src/cli/text.ts';

const terminal = { isTTY: true, columns: 120 };
const pipe = { isTTY: false };

describe('colour', () => {
  it('is for terminals, not for pipes', () => {
    expect(colourLevel('auto', {}, terminal)).toBe(1);
    expect(colourLevel('auto', {}, pipe)).toBe(0);
  });

  it('gives way to NO_COLOR unless it is empty', () => {
    expect(colourLevel('auto', { NO_COLOR: '1' }, terminal)).toBe(0);
    expect(colourLevel('auto', { NO_COLOR: '' }, terminal)).toBe(1);
  });

  it('is forced by FORCE_COLOR, also in a pipe, but NO_COLOR wins', () => {
    expect(colourLevel('auto', { FORCE_COLOR: '1' }, pipe)).toBe(1);
    expect(colourLevel('auto', { FORCE_COLOR: '3' }, pipe)).toBe(3);
    expect(colourLevel('auto', { FORCE_COLOR: '0' }, terminal)).toBe(0);
    expect(colourLevel('auto', { FORCE_COLOR: '1', NO_COLOR: '1' }, terminal)).toBe(0);
  });

  it('obeys --color before everything', () => {
    expect(colourLevel('always', { NO_COLOR: '1' }, pipe)).toBe(1);
    expect(colourLevel('never', { FORCE_COLOR: '1' }, terminal)).toBe(0);
  });

  it('is off on a dumb terminal and in CI', () => {
    expect(colourLevel('auto', { TERM: 'dumb' }, terminal)).toBe(0);
    expect(colourLevel('auto', { CI: 'true' }, terminal)).toBe(0);
    expect(colourLevel('auto', { CI: 'false' }, terminal)).toBe(1);
  });
});

describe('signs and width', () => {
  it('falls back to ASCII where the terminal or the locale shows nothing else', () => {
    expect(createStyle(undefined, { LANG: 'ja_JP.UTF-8' }, terminal).signs.good).toBe('✓');
    expect(createStyle(undefined, { TERM: 'dumb' }, terminal).signs).toEqual({
      good: '+',
      warning: '!',
      bad: 'x',
      none: '-',
      unknown: '?',
    });
    expect(createStyle(undefined, { LC_ALL: 'C', LANG: 'ja_JP.UTF-8' }, terminal).signs.bad).toBe('x');
  });

  it('wraps at the terminal width within reason, at 80 in a pipe', () => {
    expect(createStyle(undefined, {}, { isTTY: true, columns: 60 }).width).toBe(60);
    expect(createStyle(undefined, {}, { isTTY: true, columns: 300 }).width).toBe(100);
    expect(createStyle(undefined, {}, { isTTY: true, columns: 0 }).width).toBe(80);
    expect(createStyle(undefined, {}, { isTTY: false, columns: 300 }).width).toBe(80);
  });
});

describe('language', () => {
  it('is what --lang says, else the first variable that is set', () => {
    expect(chooseLanguage('ja', { LANG: 'en_US.UTF-8' })).toBe('ja');
    expect(chooseLanguage(undefined, { MAILCHECK_LANG: 'ja', LC_ALL: 'en_US.UTF-8' })).toBe('ja');
    expect(chooseLanguage(undefined, { LC_ALL: 'ja_JP.UTF-8', LANG: 'en_US.UTF-8' })).toBe('ja');
    expect(chooseLanguage(undefined, { LC_ALL: '', LC_MESSAGES: 'ja_JP', LANG: 'C' })).toBe('ja');
    expect(chooseLanguage(undefined, { LANG: 'de_DE.UTF-8' })).toBe('en');
    expect(chooseLanguage(undefined, {})).toBe('en');
  });

  it('finds a flag in both spellings, and not behind "--"', () => {
    expect(valueOfFlag(['check', '--lang', 'ja'], '--lang')).toBe('ja');
    expect(valueOfFlag(['--lang=ja', 'check'], '--lang')).toBe('ja');
    expect(valueOfFlag(['check', '--', '--lang', 'ja'], '--lang')).toBeUndefined();
  });
});
