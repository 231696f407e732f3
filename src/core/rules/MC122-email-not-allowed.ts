// MC122: donotemail is set on the contact: no mail goes to it.

import { contactName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC122',
  subject: 'path',
  stage: 'recipient',
  severity: 'error',
  check: ({ path }) => {
    const contact = path.contact.found;
    if (contact?.fields.doNotEmail !== true) return [];
    const panel = path.settings.get('Profile/ShowMarketingOptionsPanel');
    return [
      {
        params: { contact: contactName(path), hidden: panel.source === 'record' && !panel.value },
        where: contact.where(['doNotEmail']),
      },
    ];
  },
  en: {
    title: 'The contact does not allow e-mail',
    why:
      'donotemail of the contact is "Do Not Allow". The box "E-mail" under "How may we contact you?" on the portal\'s profile page ' +
      'writes it: not ticked means not allowed. The process then sends nothing to this contact. What is left behind may differ: ' +
      'an error, a process that waits, or no e-mail row at all.',
    message: ({ contact }) =>
      `${contact} does not allow e-mail (donotemail is set), so the mail is not sent.`,
    fix: ({ contact, hidden }) => [
      ...(hidden
        ? []
        : [
            {
              who: 'portal-visitor' as const,
              do: 'Open the profile page, tick "E-mail" under "How may we contact you?" and save.',
            },
          ]),
      {
        who: 'system-administrator',
        do:
          `${hidden ? 'Open' : 'Or open'} the contact ${contact} > "Contact Preferences" and set "Email" to Allow` +
          (hidden
            ? ' (the profile page does not show the box: Profile/ShowMarketingOptionsPanel is false).'
            : '.'),
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
    fix: ({ contact, hidden }) => [
      ...(hidden
        ? []
        : [
            {
              who: 'portal-visitor' as const,
              do: 'プロファイルの「希望する連絡方法」で「電子メール」にチェックを付けて保存する。',
            },
          ]),
      {
        who: 'system-administrator',
        do:
          `${hidden ? '' : 'または、'}取引先担当者 ${contact} の「連絡方法」で「電子メール」を「許可」にする` +
          (hidden
            ? '(Profile/ShowMarketingOptionsPanel が false のため、プロファイルにこの項目は表示されない)。'
            : '。'),
      },
    ],
  },
  sources: [sources.fieldReport, sources.portalCode('Pages/Profile.aspx.cs'), sources.table('contact')],
  examples: {
    bad: [
      { change: { contacts: { taro: { doNotEmail: true } } } },
      {
        change: {
          contacts: { taro: { doNotEmail: true } },
          siteSettings: { 'Profile/ShowMarketingOptionsPanel': { value: 'false' } },
        },
      },
    ],
    good: [{ change: { contacts: { taro: { doNotEmail: false } } } }],
  },
});
