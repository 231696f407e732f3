// MC157: the address belongs to two active contacts, and the portal cannot tell whose password it is.

import { type Entry, type Records } from '../records/records.ts';
import { contactName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC157',
  subject: 'path',
  stage: 'request',
  severity: 'error',
  check: ({ path, records }) => {
    const contact = path.contact.found;
    const address = contact?.fields.emailAddress1?.toLowerCase();
    if (path.message.kind !== 'password-reset' || contact === undefined || address === undefined) return [];
    const others = (contactsByAddress(records).get(address) ?? []).filter(({ id }) => id !== contact.id);
    return others.length === 0
      ? []
      : [
          {
            params: {
              contact: contactName(path),
              ids: [contact.id, ...others.map(({ id }) => id)].slice(0, 5),
            },
            where: others[0]?.where(['emailAddress1']),
          },
        ];
  },
  en: {
    title: 'Two contacts have this address',
    why: '"Forgot password" looks for the one active contact with the address that was typed. With two it ends in an error, and no mail is made. RequireUniqueEmail keeps new users from that, not contacts that were imported or made by staff.',
    message: ({ contact, ids }) => `${contact} is the address of several active contacts: ${ids.join(', ')}.`,
    fix: () => [
      {
        who: 'portal-administrator',
        do: 'Merge the contacts, deactivate the one that is not used, or give it another address ("E-mail" in the Portal Management app); keep the one with a user name (adx_identity_username).',
      },
    ],
  },
  ja: {
    title: '同じアドレスの取引先担当者が2人います',
    why: '「パスワードを忘れた場合」では、入力されたアドレスのアクティブな取引先担当者を1人探します。2人いるとエラーになり、メールは作成されません。RequireUniqueEmail が防ぐのは新規ユーザーの重複だけで、インポートや担当者が作成した重複は防げません。',
    message: ({ contact, ids }) =>
      `${contact} をアドレスとするアクティブな取引先担当者が複数あります: ${ids.join('、')}`,
    fix: () => [
      {
        who: 'portal-administrator',
        do: '取引先担当者を統合するか、使っていない方を非アクティブにする、または別のアドレスに変える(ポータル管理アプリの「電子メール」)。ユーザー名(adx_identity_username)のある方を残す。',
      },
    ],
  },
  sources: [sources.portalCode('LoginController.cs, ForgotPassword'), sources.authentication],
  examples: {
    bad: [
      {
        message: { kind: 'password-reset', to: 'taro' },
        change: { contacts: { 'taro-2': { emailAddress1: 'Taro@example.com', state: 'active' } } },
      },
    ],
    good: [
      { message: { kind: 'password-reset', to: 'taro@example.com' } },
      {
        message: { kind: 'password-reset', to: 'taro' },
        change: { contacts: { 'taro-2': { emailAddress1: 'taro@example.com', state: 'inactive' } } },
      },
    ],
  },
});

const indexes = new WeakMap<Records, Map<string, Entry<'contacts'>[]>>();

/** Active contacts by address, made once for all records. */
function contactsByAddress(records: Records): Map<string, Entry<'contacts'>[]> {
  const known = indexes.get(records);
  if (known !== undefined) return known;
  const byAddress = new Map<string, Entry<'contacts'>[]>();
  for (const contact of records.contacts) {
    const address = contact.fields.emailAddress1?.toLowerCase();
    if (address === undefined || contact.fields.state === 'inactive') continue;
    const same = byAddress.get(address);
    if (same === undefined) byAddress.set(address, [contact]);
    else same.push(contact);
  }
  indexes.set(records, byAddress);
  return byAddress;
}
