// MC122: donotemail is set on the contact: no mail goes to it.

import { contactName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC122',
  subject: 'path',
  stage: 'recipient',
  severity: 'error',
  check: ({ path }) =>
    path.contact.found?.fields.doNotEmail === true
      ? [{ params: { contact: contactName(path) }, where: path.contact.found.where(['doNotEmail']) }]
      : [],
  en: {
    title: 'The contact does not allow e-mail',
    why:
      'donotemail of the contact is "Do Not Allow". The box "E-mail" under "How may we contact you?" on the portal\'s profile page ' +
      'writes it: not ticked means not allowed. The process then sends nothing to this contact. What is left behind may differ: ' +
      'an error, a process that waits, or no e-mail row at all.',
    message: ({ contact }) =>
      `${contact} does not allow e-mail (donotemail is set), so the mail is not sent.`,
    fix: ({ contact }) => [
      {
        who: 'portal-visitor',
        do: 'Open the profile page, tick "E-mail" under "How may we contact you?" and save.',
      },
      {
        who: 'system-administrator',
        do: `Or open the contact ${contact} > "Contact Preferences" and set "Email" to Allow.`,
      },
    ],
  },
  ja: {
    title: '取引先担当者が電子メールを許可していません',
    why:
      '取引先担当者の donotemail が「許可しない」になっています。ポータルのプロファイルで「希望する連絡方法」の「電子メール」にチェックがないと、この値になります。' +
      'この場合、プロセスからメールは送信されません。エラーになる、プロセスが待機中になる、電子メールの行が作られないなど、残る形は異なることがあります。',
    message: ({ contact }) =>
      `${contact} は電子メールを許可していないため(donotemail)、メールは送信されません。`,
    fix: ({ contact }) => [
      {
        who: 'portal-visitor',
        do: 'プロファイルの「希望する連絡方法」で「電子メール」にチェックを付けて保存する。',
      },
      {
        who: 'system-administrator',
        do: `または、取引先担当者 ${contact} の「連絡方法」で「電子メール」を「許可」にする。`,
      },
    ],
  },
  sources: [sources.fieldReport, sources.portalCode('Pages/Profile.aspx.cs'), sources.table('contact')],
  examples: {
    bad: [{ change: { contacts: { taro: { doNotEmail: true } } } }],
    good: [{ change: { contacts: { taro: { doNotEmail: false } } } }],
  },
});
