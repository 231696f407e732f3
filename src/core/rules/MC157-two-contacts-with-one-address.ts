// MC157: the address belongs to several active contacts, and the portal cannot tell whose password it is.

import { contactsWithAddress } from '../delivery/contacts-by-address.ts';
import { sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC157',
  subject: 'path',
  stage: 'request',
  severity: 'error',
  check: ({ path, records }) => {
    const { found } = path.contact;
    if (path.message.kind !== 'password-reset' || found?.fields.state === 'inactive') return [];
    // Where the address was typed and fits several, it is what the visitor types as well.
    const address = found === undefined ? path.message.to : found.fields.emailAddress1;
    const same = contactsWithAddress(records, address ?? '');
    const other = same.find(({ id }) => id !== (found ?? same[0])?.id);
    return address === undefined || address === null || other === undefined
      ? []
      : [
          {
            params: { address, count: same.length, ids: same.slice(0, 5).map(({ id }) => id) },
            where: other.where(['emailAddress1']),
          },
        ];
  },
  en: {
    title: 'The address belongs to several contacts',
    why: '"Forgot password" looks for the one active contact with the address that was typed. With more than one it ends in an error, and no mail is made. RequireUniqueEmail keeps new users from that, not contacts that were imported or made by staff.',
    message: ({ address, count, ids }) =>
      `${address} is the address of ${count} active contacts: ${ids.join(', ')}${count > ids.length ? ', …' : ''}.`,
    fix: () => [
      {
        who: 'portal-administrator',
        do: 'Merge the contacts, deactivate those that are not used, or give them another address ("E-mail" in the Portal Management app); keep the one with a user name (adx_identity_username).',
      },
    ],
  },
  ja: {
    title: '同じアドレスの取引先担当者が複数あります',
    why: '「パスワードをお忘れですか」では、入力されたアドレスのアクティブな取引先担当者を1件だけ探します。複数見つかるとエラーになり、メールは作成されません。RequireUniqueEmail が防ぐのは新規ユーザーの重複だけで、インポートや担当者が作成した重複は防げません。',
    message: ({ address, count, ids }) =>
      `${address} をアドレスとするアクティブな取引先担当者が${count}件あります: ${ids.join('、')}${count > ids.length ? '、…' : ''}`,
    fix: () => [
      {
        who: 'portal-administrator',
        do: '取引先担当者をマージするか、使っていない方を非アクティブにする、または別のアドレスに変える(ポータル管理アプリの「電子メール」)。ユーザー名(adx_identity_username)のある方を残す。',
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
      {
        message: { kind: 'password-reset', to: 'taro@example.com' },
        change: { contacts: { 'taro-2': { emailAddress1: 'taro@example.com' } } },
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
