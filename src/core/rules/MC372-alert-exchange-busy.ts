// MC372: an alert says: Exchange could not open the mailbox for now.

import { productPages } from './admin-center.ts';
import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC372',
  stage: 'server',
  en: {
    title: 'Exchange could not open the mailbox for now',
    why: 'The store with the mailbox was not available. Now and then that is harmless; where it stays, mail waits.',
    fix: () => [
      {
        who: 'system-administrator',
        do: 'Wait: the platform tries again by itself, ten times, five minutes apart.',
      },
      {
        who: 'tenant-administrator',
        do: 'If it comes again for hours, look at the service health of Exchange.',
      },
    ],
  },
  ja: {
    title: 'Exchangeがメールボックスを一時的に開けませんでした',
    why: 'メールボックスを保存しているサーバーが応答しませんでした。ときどき起きる程度なら問題ありませんが、続く間はメールが送信されません。',
    fix: () => [
      { who: 'system-administrator', do: '5分おきに10回まで自動的に再試行されるので、待つ。' },
      { who: 'tenant-administrator', do: '何時間も続くなら、Exchangeのサービス正常性を確認する。' },
    ],
  },
  sources: ['Microsoft support article KB4340389', productPages.errorCodes],
  bad: [
    {
      text: 'A general mailbox access error occurred while sending email. Exchange server returned ErrorMailboxStoreUnavailable exception',
    },
  ],
});
