// MC103: the contact's address is confirmed already; the portal offers no further confirmation mail.

import { contactName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC103',
  subject: 'path',
  stage: 'request',
  severity: 'not-requested',
  check: ({ path }) =>
    path.message.kind === 'email-confirmation' &&
    path.contact.found?.fields.identityEmailAddress1Confirmed === true &&
    // A blank address counts as confirmed; what is missing is the address (MC120).
    path.contact.found.fields.emailAddress1 !== null
      ? [
          {
            params: { contact: contactName(path) },
            where: path.contact.found.where(['identityEmailAddress1Confirmed']),
          },
        ]
      : [],
  en: {
    title: 'The address is confirmed already',
    why:
      'The portal shows "Confirm Email" only while the address of the contact is not confirmed ' +
      '(adx_identity_emailaddress1confirmed). Confirming uses up the code of the mail; afterwards no confirmation mail is due.',
    message: ({ contact }) => `${contact} is confirmed already, so no confirmation mail is due.`,
    fix: ({ contact }) => [
      {
        who: 'portal-visitor',
        do: `Nothing to do for ${contact}. A change of the address on the profile page makes it unconfirmed again.`,
      },
    ],
  },
  ja: {
    title: 'メールアドレスは確認済みです',
    why:
      'ポータルの「電子メールの確認」は、取引先担当者のアドレスが未確認の間だけ表示されます' +
      '(adx_identity_emailaddress1confirmed)。確認が済むとメールのコードは使用済みになり、確認メールは送信されません。',
    message: ({ contact }) => `${contact} は確認済みのため、確認メールは送信されません。`,
    fix: ({ contact }) => [
      {
        who: 'portal-visitor',
        do: `${contact} については何もしなくてよい。プロファイルでアドレスを変更すると、再び未確認になる。`,
      },
    ],
  },
  sources: [sources.portalCode('MasterPages/Profile.master.cs, ManageController')],
  examples: {
    bad: [{ change: { contacts: { taro: { identityEmailAddress1Confirmed: true } } } }],
    good: [
      { change: { contacts: { taro: { identityEmailAddress1Confirmed: false } } } },
      {
        message: { kind: 'email-confirmation', to: 'taro' },
        change: { contacts: { taro: { identityEmailAddress1Confirmed: true, emailAddress1: null } } },
      },
    ],
  },
});
