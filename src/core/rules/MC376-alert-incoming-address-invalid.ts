// MC376: an alert says: an incoming mail names an address that is not valid.

import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC376',
  stage: 'mailbox',
  en: {
    title: 'An incoming mail names an address that is not valid',
    why: 'The platform cannot take in a mail whose To or Cc holds something that is no address (RFC 5322).',
    fix: ({ mailbox }) => [
      { who: 'mailbox-user', do: `Find the mail in ${mailbox} and ask its sender to correct the addresses.` },
    ],
  },
  ja: {
    title: '受信したメールの宛先に、正しくないアドレスがあります',
    why: '宛先かCCにアドレスとして正しくないもの(RFC 5322)が入っているメールは、取り込まれません。',
    fix: ({ mailbox }) => [
      { who: 'mailbox-user', do: `${mailbox} で該当のメールを探し、送信者にアドレスを直してもらう。` },
    ],
  },
  sources: ['Microsoft support article KB4556408'],
  bad: [
    {
      text: 'An unknown error occurred while receiving email through the mailbox Admin Hanako. UnknownIncomingEmailIntegrationError -2147218677',
    },
  ],
});
