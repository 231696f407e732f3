// MC440: mail of Gmail is fetched over POP3 without "recent mode", which hands out what another program fetched before.

import { adminCenter } from './admin-center.ts';
import { isSynchronized, nameOf } from './mailbox-questions.ts';
import { isGmail } from './profile-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC440',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'information',
  check: (facts) => {
    const { mailbox, profile, effective, purpose } = facts;
    if (purpose === 'send') return [];
    const side = effective?.incoming;
    if (profile === undefined || side?.protocol !== 'pop3' || !isGmail(side.host)) return [];
    if (!isSynchronized(facts, 'incoming') || side.credentialRetrieval !== 'user-or-queue') return [];
    const { userName } = mailbox.fields;
    if (userName?.startsWith('recent:') === true) return [];
    return [
      {
        params: {
          mailbox: nameOf(facts),
          recent: `recent:${userName ?? mailbox.fields.emailAddress ?? 'name@gmail.com'}`,
        },
        where: mailbox.where([userName === undefined ? 'emailAddress' : 'userName']),
      },
    ];
  },
  en: {
    title: 'Gmail over POP3 hands out each message once',
    why:
      'Over POP3 Gmail hands a message to one program only: if a phone or another mail program fetched it before, the mailbox ' +
      'looks empty and no error is raised. With "recent:" before the user name Gmail hands out the last 30 days to everybody. ' +
      'This is about incoming mail alone.',
    message: ({ mailbox }) =>
      `${mailbox} is read over POP3 without "recent:"; mail that another program fetched before may never come in.`,
    fix: ({ mailbox, recent }) => [
      adminCenter.en.inMailbox(
        mailbox,
        `if incoming mail is missing although the test is green: under "Credentials" set the user name to ${recent}, then save.`,
      ),
    ],
  },
  ja: {
    title: 'GmailのPOP3では、各メールを1回しか受信できません',
    why:
      'GmailのPOP3では、1通のメールを1つのプログラムにしか渡しません。スマートフォンやほかのメールソフトが先に受信すると、メールボックスは空に見え、エラーにもなりません。' +
      'ユーザー名の前に「recent:」を付けると、直近30日分のメールがどのプログラムからも受信できます。受信だけの話で、送信には影響しません。',
    message: ({ mailbox }) =>
      `${mailbox} は「recent:」なしのPOP3で受信しています。ほかのプログラムが先に受信したメールは取り込まれない可能性があります。`,
    fix: ({ mailbox, recent }) => [
      adminCenter.ja.inMailbox(
        mailbox,
        `テストが成功しているのに受信メールが取り込まれない場合は、「資格情報」のユーザー名を ${recent} にして保存する。`,
      ),
    ],
  },
  sources: [
    'https://support.google.com/mail/answer/7104828',
    'https://learn.microsoft.com/troubleshoot/power-platform/dataverse/email-exchange-synchronization/mailbox-fails-tested-enabled',
  ],
  examples: {
    bad: [
      { change: { profiles: { contoso: { incomingServerLocation: 'pop.gmail.com' } } }, purpose: 'check' },
    ],
    good: [
      {
        change: {
          profiles: { contoso: { incomingServerLocation: 'pop.gmail.com' } },
          mailboxes: { admin: { userName: 'recent:admin@example.com' } },
        },
        purpose: 'check',
      },
      // Whether mail is sent does not hang on it.
      { change: { profiles: { contoso: { incomingServerLocation: 'pop.gmail.com' } } }, purpose: 'send' },
      {
        change: {
          profiles: { contoso: { serverType: 'imap-smtp', incomingServerLocation: 'imap.gmail.com' } },
        },
        purpose: 'check',
      },
    ],
  },
});
