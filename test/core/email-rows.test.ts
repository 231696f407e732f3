// Which recorded e-mail row is the message's: its recipients are read as people and mail programs write them.

import { expect, test } from 'vitest';
import { rowOf } from '../../src/core/delivery/email-rows.ts';
import { resolve } from '../../src/core/delivery/path.ts';
import { recordsWith } from './records-of.ts';

test.each([
  ['taro@example.com', true],
  ['TARO@Example.com', true],
  ['Yamada Taro', true],
  ['Yamada Taro <taro@example.com>', true],
  ['"Yamada, Taro" <Taro@example.com>', true],
  ['Yamada, Taro <taro@example.com>', true],
  ['Sato Jiro <jiro@example.com>, Yamada Taro <taro@example.com>', true],
  ['jiro@example.com, taro@example.com', true],
  ['jiro@example.com; Yamada Taro', true],
  ['<mailto:taro@example.com>', true],
  ['jiro@example.com', false],
  ['taro@example.com.example', false],
  // The mail went to the address, whatever the name before it says.
  ['Yamada Taro <jiro@example.com>', false],
])('a row to %s: %s', (to, found) => {
  const records = recordsWith({
    contacts: { taro: { fullName: 'Yamada Taro' } },
    emails: { row: { statusCode: 'pending-send', to } },
  });
  const path = resolve(records, { kind: 'email-confirmation', to: 'taro@example.com' });
  expect(rowOf(path)?.id).toBe(found ? 'row' : undefined);
});

test('a name with a comma is one name', () => {
  const records = recordsWith({
    contacts: { taro: { fullName: 'Yamada, Taro' } },
    emails: { row: { statusCode: 'pending-send', to: 'Yamada, Taro' } },
  });
  const path = resolve(records, { kind: 'email-confirmation', to: 'taro@example.com' });
  expect(rowOf(path)?.id).toBe('row');
});
