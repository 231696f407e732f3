// MC302: the mailbox has no address that mail could be sent from.

import { adminCenter, productPages } from './admin-center.ts';
import { defineRule } from './rule.ts';

/** Only what no address can be without: something before and after one last @, and no space (RFC 5321 §4.1.2, quoted names aside). */
const address = /^[^\s]+@[^\s@]+$/;

export default defineRule({
  code: 'MC302',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'error',
  check: ({ mailbox }) => {
    const { emailAddress } = mailbox.fields;
    if (typeof emailAddress === 'string' && address.test(emailAddress)) return [];
    return [
      {
        params: { mailbox: mailbox.fields.name ?? mailbox.id, address: emailAddress },
        where: mailbox.where(['emailAddress']),
        // An address that nobody wrote down may well exist on the platform.
        ...(emailAddress === undefined ? { severity: 'unknown' as const } : {}),
      },
    ];
  },
  en: {
    title: 'The mailbox has no usable address',
    why:
      "Mail is sent with the mailbox's address as its sender. Without one, or with something that is no e-mail address, " +
      'the platform stops before it contacts a server (0x8005E221).',
    message: ({ mailbox, address }) =>
      address === undefined
        ? `The address of the mailbox "${mailbox}" is not recorded.`
        : address === null
          ? `The mailbox "${mailbox}" has no address.`
          : `The mailbox "${mailbox}" has "${address}" as its address, which is no e-mail address.`,
    fix: ({ mailbox, address }) =>
      address === undefined
        ? [
            adminCenter.en.inRecord(
              `the mailbox "${mailbox}"`,
              'emailAddress: name@example.com (or emailAddress: null if it has none)',
            ),
          ]
        : [
            adminCenter.en.inMailbox(
              mailbox,
              address === null
                ? 'enter its "Email Address", save, then approve and test it.'
                : 'correct "Email Address", save, then approve and test it again.',
            ),
            {
              who: 'records-keeper' as const,
              do: `Write emailAddress in the record of the mailbox "${mailbox}" as well.`,
            },
          ],
  },
  ja: {
    title: 'メールボックスに有効なアドレスがありません',
    why:
      'メールはメールボックスのアドレスを差出人として送信されます。アドレスがない、または電子メール アドレスの形でない場合は、' +
      'サーバーに接続する前に止まります(0x8005E221)。',
    message: ({ mailbox, address }) =>
      address === undefined
        ? `メールボックス「${mailbox}」のアドレスが記録されていません。`
        : address === null
          ? `メールボックス「${mailbox}」にアドレスが設定されていません。`
          : `メールボックス「${mailbox}」のアドレスが「${address}」で、電子メール アドレスの形ではありません。`,
    fix: ({ mailbox, address }) =>
      address === undefined
        ? [
            adminCenter.ja.inRecord(
              `メールボックス「${mailbox}」`,
              'emailAddress: name@example.com(アドレスがなければ emailAddress: null)',
            ),
          ]
        : [
            adminCenter.ja.inMailbox(
              mailbox,
              address === null
                ? '電子メール アドレスを入力して保存し、承認とテストを行う。'
                : '電子メール アドレスを直して保存し、承認とテストをやり直す。',
            ),
            {
              who: 'records-keeper' as const,
              do: `設定ファイルのメールボックス「${mailbox}」の emailAddress にも書く。`,
            },
          ],
  },
  sources: [productPages.mailboxTable, productPages.errorCodes],
  examples: {
    bad: [
      { change: { mailboxes: { admin: { emailAddress: undefined } } } },
      { change: { mailboxes: { admin: { emailAddress: null } } } },
      { change: { mailboxes: { admin: { emailAddress: 'admin' } } } },
    ],
    good: [{ change: { mailboxes: { admin: { emailAddress: 'admin@example.com' } } } }],
  },
});
