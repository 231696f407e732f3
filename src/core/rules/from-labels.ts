// Knows the designer's labels of what can stand in From, and of the contact's attributes that From reads, both languages.
// The one table for rules and reporters. Data only.

import type { Language } from './rule.ts';

/** By the record's word for From; for a record that was picked, its kind. */
export const fromLabels: Readonly<Record<string, Record<Language, string>>> = {
  owner: { en: 'Owner', ja: '所有者' },
  'owning-user': { en: 'Owning User', ja: '所有ユーザー' },
  'created-by': { en: 'Created By', ja: '作成者' },
  'modified-by': { en: 'Modified By', ja: '修正者' },
  'calling-user': { en: 'the calling user', ja: '実行したユーザー' },
  empty: { en: '(blank)', ja: '(空欄)' },
  user: { en: 'a fixed user', ja: '指定したユーザー' },
  queue: { en: 'a fixed queue', ja: '指定したキュー' },
  team: { en: 'a team', ja: 'チーム' },
  contact: { en: 'a contact', ja: '取引先担当者' },
  field: { en: 'another lookup', ja: 'ほかの検索列' },
};

export const attributeLabels: Readonly<Record<string, Record<Language, string>>> = {
  owner: { en: 'Owner', ja: '所有者' },
  owningUser: { en: 'Owning User', ja: '所有ユーザー' },
  createdBy: { en: 'Created By', ja: '作成者' },
  modifiedBy: { en: 'Modified By', ja: '修正者' },
};
