// One thing has one name in Japanese, the platform's own: 修正者 (Modified By), 送信保留 (Pending Send), 実行したユーザー.

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { attributeLabels, fromLabels } from '../../src/core/rules/from-labels.ts';

const source = new URL('../../src/', import.meta.url);
const written = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => [name, readFileSync(new URL(name, source), 'utf8')] as const);

test.each([
  ['更新者', '修正者'],
  ['呼び出し元', '実行したユーザー'],
  ['送信保留中', '送信保留'],
  ['保留中の送信', '送信保留'],
])('%s is called %s', (other) => {
  expect(written.filter(([, text]) => text.includes(other)).map(([name]) => name)).toEqual([]);
});

test('an attribute of the contact is called alike, in From and on the way from it', () => {
  const pairs = [
    ['owner', 'owner'],
    ['owning-user', 'owningUser'],
    ['created-by', 'createdBy'],
    ['modified-by', 'modifiedBy'],
  ] as const;
  for (const [word, attribute] of pairs) expect(attributeLabels[attribute]).toEqual(fromLabels[word]);
});
