// MC125: the records do not say whether the contact allows e-mail; the platform's default is that it does.

import { contactName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC125',
  subject: 'path',
  stage: 'recipient',
  severity: 'information',
  check: ({ path }) =>
    path.contact.found !== undefined && path.contact.found.fields.doNotEmail === undefined
      ? [{ params: { contact: contactName(path) }, where: path.contact.found.where() }]
      : [],
  en: {
    title: "The contact's e-mail permission is not recorded",
    why:
      'New contacts allow e-mail (donotemail is 0), and that is taken here. A visitor who saved the profile page without ticking ' +
      '"E-mail" under "How may we contact you?" has switched it off, and then no mail is sent.',
    message: ({ contact }) => `doNotEmail of ${contact} is not recorded; "allowed" is assumed.`,
    fix: ({ contact }) => [
      {
        who: 'records-keeper',
        do: `Look at "Contact Preferences" of ${contact} and add doNotEmail: false (allowed) or doNotEmail: true to the contact.`,
      },
    ],
  },
  ja: {
    title: '取引先担当者の電子メールの許可が記録されていません',
    why:
      '新しい取引先担当者は電子メールを許可しているため(donotemail は 0)、ここでは許可とみなしています。' +
      'プロファイルの「希望する連絡方法」で「電子メール」にチェックを付けずに保存すると不許可になり、メールは送信されません。',
    message: ({ contact }) => `${contact} の doNotEmail が記録されていないため、「許可」とみなしています。`,
    fix: ({ contact }) => [
      {
        who: 'records-keeper',
        do: `取引先担当者 ${contact} の「連絡方法」を確認し、doNotEmail: false(許可)または doNotEmail: true を追加する。`,
      },
    ],
  },
  sources: [sources.table('contact'), sources.fieldReport],
  examples: {
    bad: [{ change: { contacts: { taro: { doNotEmail: undefined } } } }],
    good: [{ change: { contacts: { taro: { doNotEmail: false } } } }],
  },
});
