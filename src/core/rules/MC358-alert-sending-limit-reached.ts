// MC358: an alert says: the mail service's sending limit is reached.

import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC358',
  stage: 'server',
  en: {
    title: 'The mail service lets the mailbox send no more for now',
    why: 'Exchange Online takes 10,000 mails in 24 hours from a mailbox, Gmail fewer. Beyond that the server refuses; mail stays in Pending Send and goes out late, too late for a code.',
    fix: ({ mailbox }) => [
      {
        who: 'system-administrator',
        do: 'Wait until the limit is lifted (24 hours at most for Exchange Online).',
      },
      {
        who: 'process-owner',
        do: `Send bulk mail from another mailbox or a bulk mail service, and keep ${mailbox} for the portal.`,
      },
    ],
  },
  ja: {
    title: 'メールボックスの送信数が上限に達しています',
    why: 'Exchange Onlineは1つのメールボックスから24時間に10,000通まで、Gmailはそれより少ない数までしか受け付けません。上限を超えると拒否され、メールは「送信保留」のまま残って遅れて送信されるため、認証コードは間に合いません。',
    fix: ({ mailbox }) => [
      { who: 'system-administrator', do: '制限が解除されるまで待つ(Exchange Onlineでは最長24時間)。' },
      {
        who: 'process-owner',
        do: `大量のメールは別のメールボックスや一括送信サービスから送り、${mailbox} はポータル専用にする。`,
      },
    ],
  },
  sources: ['Microsoft support article KB4486353', 'Microsoft support article KB4341507'],
  bad: [
    {
      text: 'Exchange server returned UnknownOutgoingEmailIntegrationError ErrorSubmissionQuotaExceeded exception.',
    },
    { text: 'Smtp server returned GeneralOutgoingEmailServerError GeneralFailure exception' },
  ],
});
