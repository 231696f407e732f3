// MC120: the contact's emailaddress1 is blank; the portal's mails go nowhere else.

import { contactName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC120',
  subject: 'path',
  stage: 'recipient',
  severity: 'error',
  check: ({ path }) => {
    const contact = path.contact.found;
    if (contact?.fields.emailAddress1 !== null) return [];
    const other = contact.fields.emailAddress2 ?? contact.fields.emailAddress3 ?? undefined;
    return [
      {
        params: { contact: contactName(path), other, canSignIn: path.message.kind !== 'password-reset' },
        where: contact.where(['emailAddress1']),
      },
    ];
  },
  en: {
    title: 'The contact has no e-mail address',
    why:
      "The portal's mails go to emailaddress1 of the contact and to no other address. Without it the process fails with " +
      '0x80040b0a (no address found for the recipient), and the profile page shows no "Confirm Email" button.',
    message: ({ contact, other }) =>
      `${contact} has no emailaddress1.` +
      (other === undefined ? '' : ` The address ${other} in another field is not used.`),
    fix: ({ contact, other, canSignIn }) => [
      ...(canSignIn
        ? [
            {
              who: 'portal-visitor' as const,
              do: 'Enter the address as E-mail on the profile page and save, then press "Confirm Email".',
            },
          ]
        : []),
      {
        who: 'system-administrator',
        do:
          `${canSignIn ? 'Or open' : 'Open'} the contact ${contact} and fill in "Email"` +
          (other === undefined ? '.' : ` (${other} stands in a secondary field).`),
      },
    ],
  },
  ja: {
    title: '取引先担当者に電子メールアドレスがありません',
    why:
      'ポータルのメールは取引先担当者の emailaddress1 だけに送信されます。空の場合、プロセスは 0x80040b0a(受信者のアドレスが見つからない)で失敗し、' +
      'プロファイルに「電子メールの確認」ボタンも表示されません。',
    message: ({ contact, other }) =>
      `${contact} の emailaddress1 が空です。` +
      (other === undefined ? '' : `別の欄の ${other} は使われません。`),
    fix: ({ contact, other, canSignIn }) => [
      ...(canSignIn
        ? [
            {
              who: 'portal-visitor' as const,
              do: 'プロファイルの「電子メール」にアドレスを入力して保存し、「電子メールの確認」を押す。',
            },
          ]
        : []),
      {
        who: 'system-administrator',
        do:
          `${canSignIn ? 'または、' : ''}取引先担当者 ${contact} を開いて「電子メール」に入力する` +
          (other === undefined ? '。' : `(${other} が別の欄にある)。`),
      },
    ],
  },
  sources: [sources.errorCodes, sources.authentication, sources.portalCode('ManageController')],
  examples: {
    bad: [
      {
        message: { kind: 'email-confirmation', to: 'taro' },
        change: { contacts: { taro: { emailAddress1: null, emailAddress2: 'taro@example.net' } } },
      },
      {
        message: { kind: 'password-reset', to: 'taro' },
        change: { contacts: { taro: { emailAddress1: null } } },
      },
    ],
    good: [{ message: { kind: 'email-confirmation', to: 'taro' } }],
  },
});
