// MC373: an alert says: the platform itself failed for now.

import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC373',
  stage: 'mailbox',
  en: {
    title: 'The platform could not take the mail in for now',
    why: 'A temporary error of the platform while receiving; the next round comes about 15 minutes later.',
    fix: () => [
      {
        who: 'system-administrator',
        do: 'Wait: the platform tries again by itself, ten times, five minutes apart.',
      },
      { who: 'system-administrator', do: 'If it comes again for hours, ask Microsoft support.' },
    ],
  },
  ja: {
    title: 'プラットフォームの一時的なエラーで、受信できませんでした',
    why: '受信中に起きた、プラットフォームの一時的なエラーです。約15分後に自動的に再試行されます。',
    fix: () => [
      { who: 'system-administrator', do: '5分おきに10回まで自動的に再試行されるので、待つ。' },
      { who: 'system-administrator', do: '何時間も続くなら、Microsoftサポートに問い合わせる。' },
    ],
  },
  sources: ['Microsoft support article KB4471762'],
  bad: [
    { text: 'An unknown error occurred while receiving email through the mailbox Admin Hanako: -2147220970' },
  ],
});
