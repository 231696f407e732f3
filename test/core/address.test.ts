// RFC 5321 §4.1.2: what is a mail address, and what exactly is wrong with one that is not; and how it is written in ASCII.

import { describe, expect, test } from 'vitest';
import { readAddress } from '../../src/core/mail/address.ts';
import { fullWidthIn, halfWidth, isSameAddress, withAsciiDomain } from '../../src/core/mail/ascii-address.ts';

describe('valid', () => {
  test.each([
    'taro@example.com',
    "t.a'r+o_1@mail.example.co.jp",
    '"taro yamada"@example.com',
    'taro@[192.0.2.1]',
    'taro@xn--wgv71a.example',
    `${'a'.repeat(64)}@example.com`,
  ])('%s', (address) => {
    expect(readAddress(address)).toEqual({ valid: true, international: false, singleLabel: false });
  });

  test('with letters beyond ASCII, which need SMTPUTF8', () => {
    expect(readAddress('太郎@example.com')).toMatchObject({ valid: true, international: true });
  });

  test('with a domain of one label, which the internet cannot deliver to', () => {
    expect(readAddress('taro@localhost')).toMatchObject({ valid: true, singleLabel: true });
  });
});

describe('not valid', () => {
  test.each([
    ['taro', 'no-at'],
    ['@example.com', 'local-part-empty'],
    [`${'a'.repeat(65)}@example.com`, 'local-part-too-long'],
    [`${'あ'.repeat(22)}@example.com`, 'local-part-too-long'],
    ['.taro@example.com', 'local-part-dots'],
    ['ta..ro@example.com', 'local-part-dots'],
    ['taro yamada@example.com', 'local-part-character'],
    ['Taro <taro@example.com>', 'local-part-character'],
    ['taro@example.com; jiro@example.com', 'local-part-character'],
    ['taro\u3000@example.com', 'local-part-character'],
    ['taro@', 'domain-empty'],
    [`taro@${'a.'.repeat(130)}com`, 'domain-too-long'],
    ['taro@example..com', 'domain-label'],
    ['taro@example.com.', 'domain-label'],
    ['taro@-example.com', 'domain-label'],
    [`taro@${'a'.repeat(64)}.com`, 'domain-label'],
    ['taro@exam_ple.com', 'domain-character'],
    ['taro@exa\u0007mple.com', 'domain-character'],
    [`${'a'.repeat(64)}@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.com`, 'too-long'],
  ])('%s: %s', (address, fault) => {
    expect(readAddress(address)).toEqual({ valid: false, fault });
  });
});

describe('in ASCII', () => {
  test.each([
    ['taro＠example.com', '＠', 'taro@example.com'],
    ['ｔａｒｏ@ｅx.com', 'ｔａｒｏｅ', 'taro@ex.com'],
    ['taro@example。com', '', 'taro@example.com'],
    ['taro@example.com', '', 'taro@example.com'],
  ])('%s: full-width are "%s"', (typed, characters, half) => {
    expect([fullWidthIn(typed), halfWidth(typed)]).toEqual([characters, half]);
  });

  test.each([
    ['taro@例え.jp', 'taro@xn--r8jz45g.jp'],
    ['taro@example.com', 'taro@example.com'],
    ['taro@例え.jp/path', undefined],
    ['taro@例 え.jp', undefined],
    ['taro', undefined],
  ])('%s: its domain makes it %s', (address, ascii) => {
    expect(withAsciiDomain(address)).toBe(ascii);
  });

  test.each([
    ['Taro@例え.JP', 'taro@xn--r8jz45g.jp', true],
    ['taro@example.com', 'TARO@example.com', true],
    ['太郎@example.com', 'taro@example.com', false],
    ['taro@例え.jp', 'taro@例.jp', false],
  ])('%s and %s are one address: %s', (one, other, same) => {
    expect(isSameAddress(one, other)).toBe(same);
  });
});
