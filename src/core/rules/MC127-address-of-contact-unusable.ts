// MC127: a contact's address is none that mail can be sent to. For all contacts, where nobody asked about one; MC121 is for that.

import { readAddress } from '../mail/address.ts';
import { sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC127',
  subject: 'records',
  stage: 'recipient',
  severity: 'warning',
  check: ({ records }) =>
    records.contacts.flatMap((contact) => {
      const { emailAddress1: address, fullName, state } = contact.fields;
      if (typeof address !== 'string' || state === 'inactive' || readAddress(address).valid) return [];
      return [
        {
          params: { contact: fullName ?? contact.id, address },
          where: contact.where(['emailAddress1']),
        },
      ];
    }),
  en: {
    title: 'A contact can receive no mail at this address',
    why:
      'A mail address is local-part@domain (RFC 5321 §4.1.2). Dataverse refuses others when it sends (0x80044192, 0x80040b0b), ' +
      'and a mail server refuses them at RCPT TO: no mail of the portal reaches this contact.',
    message: ({ contact, address }) =>
      `The address of ${contact} is no mail address: ${JSON.stringify(address)}.`,
    fix: () => [
      {
        who: 'system-administrator',
        do: 'Correct "Email" on the contact: one address, no name, no spaces, no semicolons. The contact has to confirm it afterwards.',
      },
    ],
  },
  ja: {
    title: '取引先担当者のアドレスが、メールの届かない形になっています',
    why:
      'メールアドレスは「ローカル部@ドメイン」の形です(RFC 5321 §4.1.2)。それ以外はDataverseの送信時(0x80044192、0x80040b0b)や、' +
      'メールサーバーのRCPT TOで拒否されるため、ポータルのメールはこの取引先担当者に届きません。',
    message: ({ contact, address }) =>
      `${contact} のアドレス ${JSON.stringify(address)} は、メールアドレスとして正しくありません。`,
    fix: () => [
      {
        who: 'system-administrator',
        do: '取引先担当者の「電子メール」を直す(アドレスは1つだけ。名前、空白、セミコロンは入れない)。その後、本人がアドレスを確認し直す。',
      },
    ],
  },
  sources: ['RFC 5321 §4.1.2', 'RFC 5321 §4.5.3.1', sources.errorCodes],
  examples: {
    bad: [{ change: { contacts: { taro: { emailAddress1: 'bad address' } } } }],
    good: [
      {},
      // Nothing is sent to a contact who is not active.
      { change: { contacts: { taro: { emailAddress1: 'bad address', state: 'inactive' } } } },
    ],
  },
});
