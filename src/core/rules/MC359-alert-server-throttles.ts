// MC359: an alert says: the mail server slows the platform down.

import { adminCenter } from './admin-center.ts';
import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC359',
  stage: 'server',
  en: {
    title: 'The mail server slows the connections down',
    why: 'The server answered that it is busy or that there are too many connections. It may refuse mail until there are fewer.',
    fix: ({ profile }) => [
      adminCenter.en.inProfile(profile, 'lower "Maximum Concurrent Connections".'),
      {
        who: 'system-administrator',
        do: 'Wait: the platform tries again by itself, ten times, five minutes apart.',
      },
    ],
  },
  ja: {
    title: 'メールサーバーが接続を制限しています',
    why: 'サーバーが混雑しているか、接続が多すぎるという応答です。接続が減るまで、メールが拒否されることがあります。',
    fix: ({ profile }) => [
      adminCenter.ja.inProfile(profile, '「最大同時接続数」を小さくする。'),
      { who: 'system-administrator', do: '5分おきに10回まで自動的に再試行されるので、待つ。' },
    ],
  },
  sources: [
    'https://learn.microsoft.com/power-platform/admin/connect-to-pop3-or-smtp-servers',
    'derived: the codes of a busy Exchange server are not confirmed',
  ],
  bad: [{ code: 'ErrorServerBusy' }, { text: 'Http server returned 429 exception' }],
});
