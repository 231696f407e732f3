// MC124: the records do not say which address the contact has.

import { contactName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC124',
  subject: 'path',
  stage: 'recipient',
  severity: 'unknown',
  check: ({ path }) =>
    path.contact.found !== undefined && path.contact.found.fields.emailAddress1 === undefined
      ? [{ params: { contact: contactName(path) }, where: path.contact.found.where() }]
      : [],
  en: {
    title: "The contact's address is not recorded",
    why: "The portal's mails go to emailaddress1 of the contact. A value that is not written is neither blank nor valid.",
    message: ({ contact }) => `emailAddress1 of ${contact} is not recorded.`,
    fix: ({ contact }) => [
      {
        who: 'records-keeper',
        do: `Add to the contact ${contact}: emailAddress1: ADDRESS, or emailAddress1: null if the field is blank.`,
      },
    ],
  },
  ja: {
    title: '取引先担当者のアドレスが記録されていません',
    why: 'ポータルのメールは取引先担当者の emailaddress1 に送信されます。書かれていない値は、空とも正しいとも判断できません。',
    message: ({ contact }) => `${contact} の emailAddress1 が記録されていません。`,
    fix: ({ contact }) => [
      {
        who: 'records-keeper',
        do: `取引先担当者 ${contact} に emailAddress1: アドレス を追加する(欄が空なら emailAddress1: null)。`,
      },
    ],
  },
  sources: [sources.table('contact'), sources.authentication],
  examples: {
    bad: [
      {
        message: { kind: 'email-confirmation', to: 'taro' },
        change: { contacts: { taro: { emailAddress1: undefined } } },
      },
    ],
    good: [{ message: { kind: 'email-confirmation', to: 'taro' } }],
  },
});
