// MC390: an alert says: too many requests to the environment.

import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC390',
  stage: 'server',
  en: {
    title: 'The environment was asked too much at once',
    why: 'Each user may make so many requests in five minutes (service protection). What asks must wait and come again; mail itself is not concerned.',
    fix: () => [
      {
        who: 'system-administrator',
        do: 'Wait: the platform tries again by itself, ten times, five minutes apart.',
      },
    ],
  },
  ja: {
    title: '環境への要求が多すぎます',
    why: 'ユーザーごとに、5分間の要求数に上限があります(サービス保護)。しばらく待ってからやり直す必要があります。メールそのものには影響しません。',
    fix: () => [{ who: 'system-administrator', do: '5分おきに10回まで自動的に再試行されるので、待つ。' }],
  },
  sources: ['https://learn.microsoft.com/power-apps/developer/data-platform/api-limits'],
  bad: [{ code: '0x80072322' }],
});
